/*
 * What may become of a call, and what that is called: the service's word for it, the words for people, and the look that the
 * stylesheets go by. The looks of a call that has no outcome are here, too.
 */
import { count } from './words.js';

const OUTCOMES = {
  ok: { look: 'ok' },
  timeout: { look: 'late', words: 'timed out' },
  error: { look: 'failed', words: 'failed' },
  skipped: { look: 'unasked', words: 'skipped' },
};

export const IDLE = 'idle';
export const RUNNING = 'running';
export const STOPPED = 'stopped';

export const isOk = outcome => outcome === 'ok';

/** Whether anybody was asked: if not, there is no time to tell. */
export const wasAsked = outcome => outcome !== 'skipped';

export const lookOf = outcome => OUTCOMES[outcome]?.look ?? OUTCOMES.error.look;

/** "timed out"; nothing for what is ok, and for an outcome of a newer service its own word. */
export const failureWords = outcome => (isOk(outcome) ? '' : OUTCOMES[outcome]?.words ?? outcome);

/** What became of one source, of a source report or an `answered` event: "10 articles", or how it failed. */
export const outcomeWords = ({ outcome, articles, dropped }) =>
  failureWords(outcome) || count(articles, 'article') + (dropped > 0 ? `, ${dropped} dropped` : '');
