/* What a race shows, in words. Pure functions over the results of the modes. */
import { capital, count, seconds } from './words.js';

/**
 * @typedef {Object} Result
 * @property {string} mode
 * @property {number=} total seconds; none while it runs, or if the mode could not run
 * @property {boolean=} refused whether the service could not run it
 * @property {number} asked how many sources
 * @property {number} missing how many of them did not answer
 */

/** What the others are compared with: sync, and if it isn't in the race, the slowest. */
export function baseline(results) {
  const done = results.filter(result => result.total !== undefined);
  return done.find(({ mode }) => mode === 'sync')
    ?? (results.some(({ mode }) => mode === 'sync') ? undefined : done.sort((a, b) => b.total - a.total)[0]);
}

/** "3.0 times as fast as sync", or nothing if there is nothing to compare. */
export function ratio(result, base) {
  if (!base || result.mode === base.mode || !(result.total > 0) || !(base.total > 0)) {
    return '';
  }
  const faster = base.total / result.total;
  const slower = result.total / base.total;
  if (faster.toFixed(1) === '1.0' || slower.toFixed(1) === '1.0') {
    return `as fast as ${base.mode}`;
  }
  return faster > 1
    ? `${faster.toFixed(1)} times as fast as ${base.mode}`
    : `${slower.toFixed(1)} times as long as ${base.mode}`;
}

const without = ({ missing, asked }) =>
  missing > 0 ? `, without ${missing === asked ? 'an answer from any source' : count(missing, 'source')}` : '';

/** The result of the race in one sentence for each mode. */
export function sentences(results) {
  const base = baseline(results);
  return results.map(result => {
    if (result.total === undefined) {
      return `${capital(result.mode)} ${result.refused ? 'could not run' : 'did not finish'}.`;
    }
    const compared = ratio(result, base);
    return `${capital(result.mode)} took ${seconds(result.total)}${compared && `, ${compared}`}${without(result)}.`;
  }).join(' ');
}
