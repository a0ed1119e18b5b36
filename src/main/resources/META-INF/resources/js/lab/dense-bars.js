import { el, svg } from '../shared/dom.js';

const ROW = 14; // pixels at most
const HEIGHT = 140;
const DENSE = 4; // pixels of a row: less leaves no room for a gap

/** A drawing that its frame stretches both ways. */
export const stretched = (...shapes) =>
  svg('svg', { class: 'drawing', preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' }, ...shapes);

/**
 * Many thin bars on top of each other, for runs of which a list would be too long: a drawing with a unit of its height for
 * each row, and a second for each unit of its width, within the outline of what is predicted. What it shows is said
 * elsewhere in words.
 */
export class DenseBars {
  #outline = svg('path', { class: 'outline' });
  #svg = stretched();
  #line = el('span', { class: 'line', hidden: true });
  #rows = 1;
  element = el('div', { class: 'dense-bars track', 'aria-hidden': 'true' }, this.#svg, this.#line);

  constructor() {
    this.draw();
  }

  /** @param {number} number of rows, one at least */
  set rows(number) {
    this.#rows = number;
    const height = Math.min(HEIGHT, Math.max(2, number) * ROW);
    this.element.style.height = `${height}px`;
    this.element.classList.toggle('dense', height / number < DENSE);
  }

  get rows() {
    return this.#rows;
  }

  /** @param {{rows: number, from: number, length: number}[]} bars what is predicted: each so many rows high, from the top */
  expect(bars) {
    const known = bars.filter(({ from, length }) => typeof from === 'number' && typeof length === 'number');
    const bottoms = known.map((_, index) => known.slice(0, index + 1).reduce((sum, { rows = 1 }) => sum + rows, 0));
    const right = known.map(({ from, length }, index) => `H${from + length}V${bottoms[index]}`);
    const left = known.map(({ from }, index) => `H${from}V${bottoms[index - 1] ?? 0}`).reverse();
    this.#outline.setAttribute('d', known.length > 0 ? `M${known[0].from} 0${right.join('')}${left.join('')}Z` : '');
    if (known.length > 0) {
      this.rows = bottoms.at(-1);
    }
  }

  /** @param {number} span seconds */
  fit(span) {
    this.#svg.setAttribute('viewBox', `0 0 ${span} ${this.#rows}`);
  }

  draw(...shapes) {
    this.#svg.replaceChildren(...shapes, this.#outline);
  }

  /** A line before a row, and words above it; or none. */
  divide(row, words) {
    this.#line.hidden = !words;
    this.#line.replaceChildren(el('span', {}, words));
    this.#line.style.setProperty('--row', row / this.#rows);
  }
}

/** A bar in a row. */
export const barIn = (row, from, to) => `M${from} ${row + 0.5}H${to}`;
