import { el, say } from '../dom.js';
import { capital } from '../words.js';
import { Row } from './row.js';

const WAITERS = ['worker thread', 'event loop', 'virtual thread'];
const ORDERS = ['in line', 'at once'];
const WAITS = 3;

/** The six cells: what waits, by the order in which it does. */
export class SixCells {
  #cells = new Map();
  #zero;

  constructor() {
    WAITERS.forEach(waits => ORDERS.forEach(order => this.#cells.set(key({ waits, order }), new Cell())));
    this.element = el('table', { class: 'matrix' },
      el('caption', { class: 'hidden' }, 'Three waits, by what waits and in which order'),
      el('thead', {}, el('tr', {}, el('td'), ...ORDERS.map(order => el('th', { scope: 'col' }, capital(order))))),
      el('tbody', {}, ...WAITERS.map(waits => el('tr', {}, el('th', { scope: 'row' }, capital(waits)),
        ...ORDERS.map(order => this.#cells.get(key({ waits, order })).element)))));
  }

  get furthest() {
    return Math.max(...this.#all.map(({ row }) => row.furthest));
  }

  expect({ seconds }) {
    const unit = Number(seconds ?? 1);
    this.#cells.forEach((cell, name) => cell.expect(name.endsWith('in line') ? WAITS * unit : unit));
  }

  begin(now) {
    this.#zero = now;
    this.#all.forEach(({ row }) => row.begin());
  }

  grow(now) {
    this.#all.forEach(({ row }) => row.grow((now - this.#zero) / 1000));
  }

  take({ cells }) {
    cells.forEach(cell => this.#cells.get(key(cell))?.take(cell));
  }

  cut() {
    this.#all.forEach(({ row }) => row.cut());
  }

  get #all() {
    return [...this.#cells.values()];
  }
}

const key = ({ waits, order }) => `${waits} ${order}`;

class Cell {
  row = new Row(null, 'div');
  #threads = el('p', { class: 'facts' });
  element = el('td', {}, this.row.element, this.#threads);

  expect(length) {
    this.row.expect({ from: 0, length });
    say(this.#threads, '');
  }

  take({ threads, predicted, measured }) {
    this.row.expect({ from: 0, length: predicted.total_time });
    this.row.take({ elapsed: measured.total_time }, '');
    say(this.#threads, threads.join(', '));
  }
}
