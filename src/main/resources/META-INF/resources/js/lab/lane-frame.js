import { el, say } from '../shared/dom.js';
import { runningSeconds, seconds } from '../shared/words.js';

/** What all lanes of the lab have: a heading, a clock that becomes the measured time, and facts under the picture. */
export class LaneFrame {
  #total = el('span', { class: 'total' });
  #facts = el('p', { class: 'facts' });
  #zero;
  #running = false;

  /** @param {string} card the experiment's name @param {string} title of the lane */
  constructor(card, title, ...picture) {
    const heading = el('h3', { id: `${card}-lane-${title.replaceAll(/\W+/g, '-').toLowerCase()}` }, title);
    // a group: if each were a landmark, there would be too many to find one's way by
    this.element = el('div', { class: 'lane', role: 'group', 'aria-labelledby': heading.id },
      el('header', {}, heading, ' ', this.#total), ...picture, this.#facts);
  }

  /** Nothing has been run. */
  clear(facts = '') {
    this.#running = false;
    this.element.classList.remove('over');
    say(this.#total, '');
    this.facts(facts);
  }

  get running() {
    return this.#running;
  }

  begin(now) {
    this.#zero = now;
    this.#running = true;
    this.facts('running');
  }

  /** @returns {?number} seconds since it began, or null when it doesn't run */
  grow(now) {
    if (!this.#running) {
      return null;
    }
    const clock = (now - this.#zero) / 1000;
    say(this.#total, runningSeconds(clock));
    return clock;
  }

  take({ measured }, facts) {
    this.#running = false;
    this.element.classList.add('over');
    say(this.#total, seconds(measured.total_time));
    this.facts(facts);
  }

  cut() {
    this.#running = false;
    say(this.#total, '');
    this.facts('no answer');
  }

  facts(words) {
    say(this.#facts, words);
  }
}
