import { Bar } from '../shared/bar.js';
import { el, say } from '../shared/dom.js';
import { capital } from '../shared/words.js';
import { ORDERS, termOf } from './orders.js';

const WAITERS = ['worker thread', 'event loop', 'virtual thread'];

/** A table of six cells: what waits, by the order in which it does. */
export class MatrixTable {
  #cells = new Map();
  #zero;

  constructor() {
    WAITERS.forEach(waits => ORDERS.forEach(order => this.#cells.set(nameOf({ waits, order }), new Cell())));
    this.element = el('table', { class: 'matrix' },
      el('caption', { class: 'hidden' }, 'Three waits, by what waits and in which order'),
      el('thead', {}, el('tr', {}, ...ORDERS.map(order =>
        el('th', { scope: 'col' }, `${capital(order)} `, el('small', {}, `(${termOf(order)})`))))),
      ...WAITERS.map(waits => el('tbody', {},
        el('tr', {}, el('th', { scope: 'rowgroup', colspan: ORDERS.length }, capital(waits))),
        el('tr', {}, ...ORDERS.map(order => this.#cells.get(nameOf({ waits, order })).element)))));
  }

  get furthest() {
    return Math.max(...this.#bars.map(bar => bar.furthest));
  }

  clear() {
    this.#cells.forEach(cell => cell.clear());
  }

  expect(prediction) {
    this.#cells.forEach(({ bar }, name) => bar.expect(prediction?.bars.find(expected => expected.name === name)));
  }

  begin(now) {
    this.#zero = now;
    this.#bars.forEach(bar => bar.begin());
  }

  grow(now) {
    this.#bars.forEach(bar => bar.grow((now - this.#zero) / 1000));
  }

  take({ cells }) {
    cells.forEach(cell => this.#cells.get(nameOf(cell))?.take(cell));
  }

  cut() {
    this.#bars.forEach(bar => bar.cut('no answer'));
  }

  get #bars() {
    return [...this.#cells.values()].map(({ bar }) => bar);
  }
}

const nameOf = ({ waits, order }) => `${waits}, ${order}`;

class Cell {
  bar = new Bar(null, { tag: 'div' });
  #threads = el('p', { class: 'facts' });
  element = el('td', {}, this.bar.element, this.#threads);

  clear() {
    this.bar.clear();
    say(this.#threads, '');
  }

  take({ threads, measured }) {
    this.bar.take({ elapsed: measured.total_time }, '');
    say(this.#threads, threads.join(', '));
  }
}
