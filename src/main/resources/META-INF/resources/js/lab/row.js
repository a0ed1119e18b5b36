import { breakable, el, say, sayOrHide } from '../dom.js';
import { runningSeconds, seconds } from '../words.js';

/** A name, a bar within the outline of what was predicted, and both in words. Times are seconds since the run began. */
export class Row {
  #expected = el('span', { class: 'expected', hidden: true });
  #bar = el('span', { class: 'bar' });
  #time = el('span', { class: 'time' });
  #state = el('span', { class: 'state' });
  #reason = el('p', { class: 'reason', dir: 'auto', hidden: true });
  #prediction = null;
  #end = 0;

  constructor(name, tag = 'li') {
    this.element = el(tag, { class: 'call', 'data-outcome': 'never' },
      name && el('span', { class: 'source' }, ...breakable(name)), ' ',
      el('span', { class: 'track', 'aria-hidden': 'true' }, this.#bar, this.#expected), ' ',
      this.#time, ' ', this.#state, this.#reason);
  }

  /** Where its bar ends, or will as far as is known. */
  get furthest() {
    return Math.max(this.#end, this.#prediction ? this.#prediction.from + this.#prediction.length : 0);
  }

  /** @param {?{from: number, length: number}} prediction */
  expect(prediction, words = prediction ? `predicted ${seconds(prediction.length)}` : '') {
    this.#prediction = prediction;
    this.#expected.hidden = !prediction;
    if (prediction) {
      place(this.#expected, prediction.from, prediction.length);
    }
    this.#show('never', '', words);
    this.#place(0, 0);
  }

  begin() {
    this.#show('running', '', 'running');
  }

  /** The clock fills the outline and no more: only the service knows what happens behind it. */
  grow(clock) {
    if (this.element.dataset.outcome === 'running') {
      const { from, length } = this.#prediction ?? { from: 0, length: Infinity };
      this.#place(from, Math.min(Math.max(0, clock - from), length));
    }
  }

  /** How long it has been running, where that can be known. */
  tick(clock) {
    if (this.element.dataset.outcome === 'running') {
      say(this.#time, runningSeconds(clock));
    }
  }

  /** What the service measured replaces what the clock guessed. */
  take({ outcome = 'ok', started = 0, elapsed, reason }, words) {
    this.#show(outcome, seconds(elapsed), words);
    this.#place(started, elapsed);
    sayOrHide(this.#reason, reason);
  }

  cut() {
    if (this.element.dataset.outcome === 'running') {
      this.#show('stopped', '', 'no answer');
    }
  }

  #show(outcome, time, words) {
    this.element.dataset.outcome = outcome;
    say(this.#time, time);
    say(this.#state, words);
    sayOrHide(this.#reason, '');
  }

  #place(from, length) {
    this.#end = from + length;
    place(this.#bar, from, length);
  }
}

function place(element, from, length) {
  element.style.setProperty('--from', from);
  element.style.setProperty('--length', length);
}
