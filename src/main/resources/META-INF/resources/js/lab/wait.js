import { Row } from './row.js';

/** The bar of one mode's wait, and the thread that did it. */
export class WaitRow {
  #row;
  #zero;

  constructor({ title }) {
    this.#row = new Row(title);
    this.element = this.#row.element;
  }

  get furthest() {
    return this.#row.furthest;
  }

  expect({ seconds }) {
    this.#row.expect({ from: 0, length: Number(seconds ?? 1) });
  }

  begin(now) {
    this.#zero = now;
    this.#row.begin();
  }

  grow(now) {
    const clock = (now - this.#zero) / 1000;
    this.#row.grow(clock);
    this.#row.tick(clock);
  }

  take({ thread, predicted, measured }) {
    this.#row.expect({ from: 0, length: predicted.total_time });
    this.#row.take({ elapsed: measured.total_time }, thread);
  }

  cut() {
    this.#row.cut();
  }
}
