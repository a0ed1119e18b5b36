import { isCalm } from './animation.js';
import { plainSeconds } from './words.js';

const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600];
const SPANS = [1, 2.5, 5, 8, 12, 16, 20, 30, 45, 60, 90, 120, 180, 300, 450, 600];
const MOST_TICKS = 6;
const EASE = 0.15;

/** The distance of the ticks for so many seconds: round, and not too many. */
const tickStep = span => STEPS.find(step => span / step <= MOST_TICKS) ?? span / MOST_TICKS;

/** What stands under a picture: a tick for each step, and the budget if it is in sight. */
function marksOf(span, step, budget) {
  const ticks = Array.from({ length: Math.floor(span / step + 0.001) + 1 }, (_, index) => index * step)
    .map(at => ({ at, words: plainSeconds(at), limit: false }));
  return budget <= span ? [...ticks, { at: budget, words: `budget ${plainSeconds(budget)}`, limit: true }] : ticks;
}

/**
 * How many seconds the width of all that lies in a container stands for: tells the stylesheet of it, and the axes. It grows
 * in round steps while something runs, and fits the result at the end.
 */
export class TimeScale {
  #span = SPANS[1];
  #target = SPANS[1];
  #marked = '';

  /** @param {Axis[]} axes @param {number=} budget seconds, if there is one */
  constructor(container, axes, budget = Infinity) {
    this.container = container;
    this.axes = axes;
    this.budget = budget;
    if (budget < Infinity) {
      container.style.setProperty('--budget', budget);
    }
  }

  get span() {
    return this.#span;
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

  /** Fits at once, without a way to go. */
  jump(seconds) {
    this.settle(seconds);
    this.#span = this.#target;
    this.draw();
  }

  /** One frame of the way to where the scale is going, or all of it. @returns {boolean} whether it has not arrived */
  draw() {
    const way = this.#target - this.#span;
    this.#span = isCalm() || Math.abs(way) < this.#target * 0.002 ? this.#target : this.#span + way * EASE;
    this.container.style.setProperty('--span', this.#span);
    this.#mark();
    return this.#span !== this.#target;
  }

  #mark() {
    const span = this.#target;
    const step = tickStep(span);
    if (this.#marked !== `${step} ${span}`) {
      this.#marked = `${step} ${span}`;
      this.container.style.setProperty('--tick', step);
      this.axes.forEach(axis => axis.show(marksOf(span, step, this.budget), span));
    }
  }
}
