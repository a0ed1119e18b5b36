/* The time scale that all lanes share. */
import { plainSeconds } from './words.js';

const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600];
const SPANS = [1, 2.5, 5, 8, 12, 16, 20, 30, 45, 60, 90, 120, 180, 300, 450, 600];
const MOST_TICKS = 6;
const EASE = 0.15;

/** The distance of the ticks for so many seconds: round, and not too many. */
export const tickStep = span => STEPS.find(step => span / step <= MOST_TICKS) ?? span / MOST_TICKS;

/** What stands under a lane: a tick for each step, and the budget if it is in sight. */
export function marksOf(span, step, budget) {
  const ticks = Array.from({ length: Math.floor(span / step + 0.001) + 1 }, (_, index) => index * step)
    .map(at => ({ at, words: plainSeconds(at), limit: false }));
  return budget <= span ? [...ticks, { at: budget, words: `budget ${plainSeconds(budget)}`, limit: true }] : ticks;
}

/** How many seconds the width of a lane stands for. It grows in round steps while a race runs, and fits the result at the end. */
export class Scale {
  #span = SPANS[1];
  #target = SPANS[1];

  get span() {
    return this.#span;
  }

  get target() {
    return this.#target;
  }

  /** Makes room for a bar that ends here. */
  reach(seconds) {
    if (seconds * 1.02 >= this.#target) {
      this.#target = SPANS.find(span => span > seconds * 1.02) ?? seconds * 1.2;
    }
  }

  /** Fits what there is, now that it can't grow any more. */
  settle(seconds) {
    this.#target = Math.max(seconds * 1.04, 0.01);
  }

  /** One frame of the way to the target, or all of it. */
  approach(atOnce) {
    const way = this.#target - this.#span;
    this.#span = atOnce || Math.abs(way) < this.#target * 0.002 ? this.#target : this.#span + way * EASE;
    return this.#span !== this.#target;
  }
}
