import { el, svg } from '../dom.js';

const ROW = 14; // pixels at most
const HEIGHT = 140;
const DENSE = 4; // pixels of a row: less leaves no room for a gap

/** A drawing that its frame stretches both ways. */
export const stretched = (...shapes) =>
  svg('svg', { class: 'strip', preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' }, ...shapes);

/**
 * Many thin bars on top of each other, for runs of which a list would be too long: a drawing with a unit of its height for
 * each row, and a second for each unit of its width. What it shows is said elsewhere in words.
 */
export class Strip {
  #svg = stretched();
  #mark = el('span', { class: 'mark', hidden: true });
  #rows = 1;
  element = el('div', { class: 'strip-frame track', 'aria-hidden': 'true' }, this.#svg, this.#mark);

  rows(number) {
    this.#rows = number;
    const height = Math.min(HEIGHT, Math.max(2, number) * ROW);
    this.element.style.height = `${height}px`;
    this.element.classList.toggle('dense', height / number < DENSE);
  }

  /** @param {number} span seconds */
  fit(span) {
    this.#svg.setAttribute('viewBox', `0 0 ${span} ${this.#rows}`);
  }

  draw(...shapes) {
    this.#svg.replaceChildren(...shapes);
  }

  /** A line before a row, and words above it; or none. */
  mark(row, words) {
    this.#mark.hidden = !words;
    this.#mark.replaceChildren(el('span', {}, words));
    this.#mark.style.setProperty('--row', row / this.#rows);
  }
}

/** A bar in a row. */
export const barIn = (row, from, to) => `M${from} ${row + 0.5}H${to}`;
