import { Bar } from '../shared/bar.js';

/** The bar of one mode's wait, and the thread that did it. */
export class WaitRow {
  #bar;
  #zero;

  constructor({ title }) {
    this.#bar = new Bar(title, { ticking: true });
    this.element = this.#bar.element;
  }

  get furthest() {
    return this.#bar.furthest;
  }

  clear() {
    this.#bar.clear();
  }

  expect(prediction) {
    this.#bar.expect(prediction?.bars[0]);
  }

  begin(now) {
    this.#zero = now;
    this.#bar.begin();
  }

  grow(now) {
    this.#bar.grow((now - this.#zero) / 1000);
  }

  take({ thread, measured }) {
    this.#bar.take({ elapsed: measured.total_time, thread }, '');
  }

  cut() {
    this.#bar.cut('no answer');
  }
}
