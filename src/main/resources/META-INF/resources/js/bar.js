import { el, say } from './dom.js';
import { outcomeWords, runningSeconds, seconds } from './words.js';

/** One call in a lane: a list item that says in words what its bar shows. Times are seconds since the request arrived. */
export class Bar {
  #bar = el('span', { class: 'bar' });
  #time = el('span', { class: 'time' });
  #state = el('span', { class: 'state' });
  #thread = el('code', { class: 'thread' });
  #reason = el('p', { class: 'reason', dir: 'auto', hidden: true });
  #start;

  constructor(source) {
    this.element = el('li', { class: 'call', 'data-source': source, 'data-outcome': 'waiting' },
      el('span', { class: 'source' }, source), ' ',
      el('span', { class: 'track', 'aria-hidden': 'true' }, this.#bar), ' ',
      el('span', { class: 'label' }, this.#time, ' ', this.#state, ' ', this.#thread),
      this.#reason);
    say(this.#state, 'not asked yet');
  }

  get outcome() {
    return this.element.dataset.outcome;
  }

  started({ at, thread }) {
    this.#start = at;
    this.#outcome('running', 'asking …');
    this.#place(at, 0);
    say(this.#thread, thread ?? '');
  }

  /** @param {number} clock the time now */
  grow(clock) {
    if (this.outcome === 'running') {
      this.#place(this.#start, Math.max(0, clock - this.#start));
      say(this.#time, runningSeconds(clock - this.#start));
    }
  }

  /** What the service measured replaces what the page's clock guessed. */
  answered(event) {
    this.#outcome(event.outcome, outcomeWords(event));
    this.#place(event.started, event.elapsed);
    say(this.#time, event.outcome === 'skipped' ? '' : seconds(event.elapsed));
    say(this.#thread, event.thread ?? '');
    say(this.#reason, event.reason ?? '');
    this.#reason.hidden = !event.reason;
    return event.started + event.elapsed;
  }

  /** The race is over for a call that never ended. */
  cut() {
    if (this.outcome === 'running') {
      this.#outcome('stopped', 'stopped');
    } else if (this.outcome === 'waiting') {
      this.#outcome('never', 'not asked');
    }
  }

  #outcome(outcome, words) {
    this.element.dataset.outcome = outcome;
    say(this.#state, words);
  }

  #place(from, length) {
    this.#bar.style.setProperty('--from', from);
    this.#bar.style.setProperty('--length', length);
  }
}
