/*
 * What may become of a call, and what that is called: the service's word for it, the words for people, and the look that the
 * stylesheets go by. The looks of a call that has no outcome are here, too.
 */
import { policyWords } from './policies.js';
import { count, longSpan } from './words.js';

const OUTCOMES = {
  ok: { look: 'ok' },
  timeout: { look: 'late', words: 'timed out' },
  error: { look: 'failed', words: 'failed' },
  skipped: { look: 'unasked', words: 'skipped' },
  forbidden: { look: 'unasked', words: 'not asked' }, // by a policy: an error with one of the codes below
};

const FORBIDDEN = ['circuit_open', 'rate_limited', 'bulkhead_full'];
const SAYS_WHEN = /\bagain\b|\balone\b/;

export const IDLE = 'idle';
export const RUNNING = 'running';
export const STOPPED = 'stopped';
/** An answer that was there already, and one that no longer is fresh. */
export const KEPT = 'kept';
export const STALE = 'stale';

export const isOk = outcome => outcome === 'ok';

export const isStale = report => report.stale === true;

/** Whether anybody was asked: if not, there is no time to tell. */
export const wasAsked = outcome => outcome !== 'skipped';

const ended = ({ outcome, code }) => OUTCOMES[FORBIDDEN.includes(code) ? 'forbidden' : outcome];

/** @param {{outcome: string, stale: ?boolean, policies: ?string[], code: ?string}} report of a call or a source */
export function lookOf(report) {
  if (!isOk(report.outcome)) {
    return (ended(report) ?? OUTCOMES.error).look;
  }
  return isStale(report) ? STALE : report.policies?.includes('fresh') ? KEPT : OUTCOMES.ok.look;
}

/** "timed out"; nothing for what is ok, and for an outcome of a newer service its own word. */
export const failureWords = report => (isOk(report.outcome) ? '' : ended(report)?.words ?? report.outcome);

/** What became of one source, of a source report or an `answered` event: "10 articles, kept for 12 s", or how it failed. */
export function outcomeWords(report) {
  const { articles, dropped, age } = report;
  const delivered = count(articles, 'article') + (dropped > 0 ? `, ${dropped} dropped` : '');
  const usual = isStale(report) ? `stale: ${delivered} from ${longSpan(age ?? 0)} ago` : delivered;
  return failureWords(report) || [usual, ...policyWords(report)].join(', ');
}

/** Why there is no fresh answer, and when there may be one, if it is known. */
export const reasonWords = ({ reason, retry_after: wait }) =>
  (reason && wait > 0 && !SAYS_WHEN.test(reason) ? `${reason}; not asked again for ${longSpan(Math.ceil(wait))}` : reason ?? '');
