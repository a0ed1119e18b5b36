/* What a race shows, in words. Pure functions over the results of the modes. */
import { baseline, ratio } from '../shared/comparison.js';
import { capital, count, seconds } from '../shared/words.js';

/**
 * @typedef {Object} Result
 * @property {string} mode
 * @property {number=} total seconds; none while it runs, or if the mode could not run
 * @property {boolean=} refused whether the service could not run it
 * @property {number} asked how many sources
 * @property {number} missing how many of them did not answer
 * @property {number} stale how many of them have an old answer only
 */

const without = ({ missing, asked }) =>
  missing > 0 ? `, without ${missing === asked ? 'an answer from any source' : count(missing, 'source')}` : '';

const withOld = ({ stale }) => (stale > 0 ? `, with ${count(stale, 'stale answer')}` : '');

/** The result of the race in one sentence for each mode. */
export function sentences(results) {
  const base = baseline(results);
  return results.map(result => {
    if (result.total === undefined) {
      return `${capital(result.mode)} ${result.refused ? 'could not run' : 'did not finish'}.`;
    }
    const compared = ratio(result, base);
    return `${capital(result.mode)} took ${seconds(result.total)}${compared && `, ${compared}`}${without(result)}${withOld(result)}.`;
  }).join(' ');
}
