import { el } from './dom.js';

/**
 * The axis under some bars. Each mark has words where there is room for them, however wide the font makes them. Who can't
 * see it hears the times of the bars themselves.
 */
export class Axis {
  element = el('div', { class: 'axis', 'aria-hidden': 'true' });
  #marks = []; // with their elements
  #span = 1;

  constructor() {
    new ResizeObserver(() => this.#label()).observe(this.element);
  }

  /** @param {{at: number, words: string, limit: boolean}[]} marks @param {number} span what the width stands for */
  show(marks, span) {
    this.#span = span;
    this.#marks = marks.map(({ at, words, limit }) => {
      const label = el('span', {}, words);
      const tick = el('span', { class: limit ? 'tick limit' : 'tick' }, label);
      tick.style.setProperty('--at', at);
      return { at, limit, label, tick };
    });
    this.element.replaceChildren(...this.#marks.map(({ tick }) => tick));
    this.#label();
  }

  /** The limit is what matters most. Words that would be cut off at the end stand before their mark. */
  #label() {
    this.#marks.forEach(({ label }) => { label.hidden = false; });
    const width = this.element.clientWidth;
    const wanted = this.#marks.map(mark => ({ ...mark, needs: mark.tick.offsetWidth }))
      .sort((one, other) => other.limit - one.limit);
    const taken = [];
    for (const { at, label, tick, needs } of wanted) {
      const place = width * at / this.#span;
      const late = place + needs > width;
      const from = late ? place - needs : place;
      label.hidden = from < 0 || taken.some(other => from < other.to && from + needs > other.from);
      tick.classList.toggle('late', late);
      if (!label.hidden) {
        taken.push({ from, to: from + needs });
      }
    }
  }
}
