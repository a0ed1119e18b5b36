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
const KEPT = 'kept';
const STALE = 'stale';

export const isOk = outcome => outcome === 'ok';

/** Whether an answer serves though it is no longer fresh. */
export const isStale = report => report.stale === true;

/** Whether it was there already, and fresh. */
export const isKept = report => report.policies?.includes('fresh') === true;

const isForbidden = ({ code }) => FORBIDDEN.includes(code);

/** Whether anybody was asked: if not, there is no time to tell. */
export const wasAsked = report => report.outcome !== 'skipped' && !isForbidden(report);

const ended = report => OUTCOMES[isForbidden(report) ? 'forbidden' : report.outcome];

/** @param {{outcome: string, stale: ?boolean, policies: ?string[], code: ?string}} report of a call or a source */
export function lookOf(report) {
  if (!isOk(report.outcome)) {
    return (ended(report) ?? OUTCOMES.error).look;
  }
  return isStale(report) ? STALE : isKept(report) ? KEPT : OUTCOMES.ok.look;
}

/** "timed out"; nothing for what is ok, and for an outcome of a newer service its own word. */
export const failureWords = report => (isOk(report.outcome) ? '' : ended(report)?.words ?? report.outcome);

/** What became of one source, of a source report or an `answered` event: "10 articles", "stale: 10 articles", or how it failed. */
export const outcomeWords = report => failureWords(report) || (isStale(report) ? 'stale: ' : '')
  + count(report.articles, 'article') + (report.dropped > 0 ? `, ${report.dropped} dropped` : '');

/** Where its answer comes from, if that needs to be said: "from 5 min ago", "shared, asked again after a failure". */
export const originWords = report =>
  (isStale(report) ? [`from ${longSpan(report.age ?? 0)} ago`] : []).concat(policyWords(report)).join(', ');

/** Why there is no fresh answer, and when there may be one, if it is known. */
export const reasonWords = ({ reason, retry_after: wait }) =>
  (reason && wait > 0 && !SAYS_WHEN.test(reason) ? `${reason}; try again in ${longSpan(Math.ceil(wait))}` : reason ?? '');
