/* What the policies between the service and a source have done, in words. Pure functions. */
import { count, longSpan } from './words.js';

const WORDS = {
  fresh: ({ age }) => `kept for ${longSpan(age ?? 0)}`,
  revalidated: () => 'unchanged at the source',
  shared: () => 'shared',
  from_replica: ({ age }) => (age > 0 ? `asked by another replica ${longSpan(age)} ago` : 'asked by another replica'),
  retried: () => 'asked again after a failure',
  hedged: ({ policies }) => (policies.includes('hedge_won') ? '' : 'asked twice, as it was slow'),
  hedge_won: () => 'asked twice, and the second answer came first',
  stale: () => '', // comes before everything else
};

/** "shared", "kept for 12 s"; what only a newer service does has its own word. @returns {string[]} */
export const policyWords = report => (report.policies ?? [])
  .map(policy => WORDS[policy]?.(report) ?? policy.replaceAll('_', ' '))
  .filter(Boolean);

/** Whether a race with a cache would take what is kept, and not only the service by its own rules. */
const serves = ({ answer, age }, freshFor) => answer === 'fresh' || (answer === 'old' && age < freshFor);

/** How a source stands, as a look. @param {Object} state of a source in /sources @param {number} freshFor seconds */
export function stateLook(state, freshFor) {
  if (state.breaker === 'open') {
    return 'failed';
  }
  if (state.breaker === 'probing' || state.retry_after > 0 || state.rate_left === 0) {
    return 'unasked';
  }
  return state.answer === 'none' ? 'idle' : serves(state, freshFor) ? 'ok' : 'stale';
}

/** "kept for 12 s, fresh · circuit open for another 8 s · 12 calls left · 3 calls made". */
export function stateWords(state, freshFor) {
  const kept = state.answer === 'none'
    ? 'nothing kept'
    : `kept for ${longSpan(state.age ?? 0)}, ${serves(state, freshFor) ? 'fresh' : 'no longer fresh'}`;
  return [kept, circuitWords(state), leftWords(state), `${count(state.calls, 'call')} made`].filter(Boolean).join(' · ');
}

function circuitWords({ breaker, retry_after: wait }) {
  if (breaker === 'probing') {
    return 'circuit open, being tried';
  }
  const how = breaker === 'open' ? 'circuit open' : 'left alone';
  return wait > 0 ? `${how} for another ${longSpan(Math.ceil(wait))}` : breaker === 'open' ? how : '';
}

const leftWords = ({ rate_left: left }) =>
  (left === undefined ? '' : left === 0 ? 'no call left' : `${count(left, 'call')} left`);
