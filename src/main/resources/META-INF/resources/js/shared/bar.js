import { breakable, el, say, sayOrHide } from './dom.js';
import { IDLE, isOk, lookOf, originWords, reasonWords, RUNNING, STOPPED, wasAsked } from './outcomes.js';
import { runningSeconds, seconds } from './words.js';

/**
 * One call as a bar, within the outline of what was predicted if something was, and both in words. Times are seconds since
 * the request began.
 */
export class Bar {
  #outline = el('span', { class: 'expected', hidden: true });
  #bar = el('span', { class: 'bar' });
  #time = el('span', { class: 'time' });
  #state = el('span', { class: 'state' });
  #thread = el('code', { class: 'thread' });
  #reason = el('p', { class: 'reason', dir: 'auto', hidden: true });
  #prediction = null;
  #at = null; // when it began, where that is known
  #end = 0;

  /** @param {?string} name @param {{tag?: string, ticking?: boolean}} how whether it says how long it has been running */
  constructor(name, { tag = 'li', ticking = false } = {}) {
    this.ticking = ticking;
    this.element = el(tag, { class: 'call' },
      name && el('span', { class: 'source' }, ...breakable(name)), ' ',
      el('span', { class: 'track', 'aria-hidden': 'true' }, this.#bar, this.#outline), ' ',
      this.#time, ' ', this.#state, ' ', this.#thread, this.#reason);
    this.clear();
  }

  /** Where it ends, or will as far as is known. */
  get furthest() {
    return Math.max(this.#end, this.#prediction ? this.#prediction.from + this.#prediction.length : 0);
  }

  /** Nothing has happened. */
  clear(words = predictionWords(this.#prediction)) {
    this.ok = false;
    this.#show(IDLE, words);
    this.#place(0, 0);
  }

  /** @param {?{from: ?number, length: ?number}} bar what is predicted, if anything is */
  expect(bar) {
    this.#prediction = typeof bar?.from === 'number' && typeof bar.length === 'number' ? bar : null;
    this.#outline.hidden = !this.#prediction;
    if (this.#prediction) {
      place(this.#outline, this.#prediction.from, this.#prediction.length);
    }
    if (this.#is(IDLE)) {
      say(this.#state, predictionWords(this.#prediction));
    }
  }

  begin({ at = null, thread = '' } = {}, words = 'running') {
    this.#at = at;
    this.#show(RUNNING, words, { thread });
    this.grow(0);
  }

  /** The clock fills the outline and no more: only the service knows what happens behind it. */
  grow(clock) {
    if (this.#is(RUNNING)) {
      const from = this.#at ?? this.#prediction?.from ?? 0;
      const length = Math.max(0, clock - from);
      this.#place(from, Math.min(length, this.#prediction?.length ?? Infinity));
      say(this.#time, this.ticking ? runningSeconds(length) : '');
    }
  }

  /** What the service measured replaces what the page's clock guessed. */
  take({ outcome = 'ok', started = 0, elapsed, thread, ...report }, words) {
    this.ok = isOk(outcome);
    const whole = { outcome, ...report };
    const time = wasAsked(whole) ? seconds(elapsed) : '';
    const reason = [originWords(whole), reasonWords(whole)].filter(Boolean).join(' – ');
    this.#show(lookOf(whole), words, { time, thread, reason });
    this.#place(started, elapsed);
  }

  /** It is over, and no answer has come. @param {string=} idle what to say if it has not even begun */
  cut(words, idle = this.#state.textContent) {
    if (this.#is(RUNNING)) {
      this.#show(STOPPED, words, { thread: this.#thread.textContent });
    } else if (this.#is(IDLE)) {
      say(this.#state, idle);
    }
  }

  #is(look) {
    return this.element.dataset.look === look;
  }

  #show(look, words, { time = '', thread = '', reason = '' } = {}) {
    this.element.dataset.look = look;
    say(this.#time, time);
    say(this.#state, words);
    say(this.#thread, thread ?? '');
    sayOrHide(this.#reason, reason);
  }

  #place(from, length) {
    this.#end = from + length;
    place(this.#bar, from, length);
  }
}

const predictionWords = prediction => (prediction ? `predicted ${seconds(prediction.length)}` : '');

function place(element, from, length) {
  element.style.setProperty('--from', from);
  element.style.setProperty('--length', length);
}
