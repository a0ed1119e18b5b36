import { Bar } from '../shared/bar.js';

/** The bar of one mode's wait, or of many calls, and the thread that did it. */
export class WaitRow {
  #bar;
  #zero;
  #foretold = null;
  #answered = false;

  constructor({ title }) {
    this.#bar = new Bar(title, { ticking: true });
    this.element = this.#bar.element;
  }

  get furthest() {
    return this.#bar.furthest;
  }

  clear() {
    this.#answered = false;
    this.#bar.expect(this.#foretold);
    this.#bar.clear();
  }

  expect(prediction) {
    this.#foretold = prediction?.bars[0] ?? null;
    if (!this.#answered) {
      this.#bar.expect(this.#foretold);
    }
  }

  begin(now) {
    this.#zero = now;
    this.#bar.begin();
  }

  grow(now) {
    this.#bar.grow((now - this.#zero) / 1000);
  }

  /** What can't be foretold, as it takes a sample, comes with the answer. */
  take({ thread, predicted, measured }) {
    this.#answered = true;
    this.#bar.expect({ from: 0, length: predicted.total_time });
    this.#bar.take({ elapsed: measured.total_time, thread }, '');
  }

  cut() {
    this.#bar.cut('no answer');
  }
}
