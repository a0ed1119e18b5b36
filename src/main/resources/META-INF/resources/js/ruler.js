import { el } from './dom.js';
import { isCalm } from './frames.js';
import { marksOf, Scale, tickStep } from './scale.js';

/** The axis under some bars. Who can't see it hears the times of the bars themselves. */
export class Axis {
  element = el('div', { class: 'axis', 'aria-hidden': 'true' });

  show(marks) {
    this.element.replaceChildren(...marks.map(({ at, words, name }) => {
      const mark = el('span', { class: name }, words);
      mark.style.setProperty('--at', at);
      return mark;
    }));
  }
}

/** The time scale of all that lies in a container: tells the stylesheet of it, and the axes. */
export class Ruler {
  #scale = new Scale();
  #ticked = '';

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
    return this.#scale.span;
  }

  reach(seconds) {
    this.#scale.reach(seconds);
  }

  settle(seconds) {
    this.#scale.settle(seconds);
  }

  /** Fits at once, without a way to go. */
  jump(seconds) {
    this.#scale.settle(seconds);
    this.#scale.approach(true);
    this.draw();
  }

  /** One frame of the way to where the scale is going. @returns {boolean} whether it has not arrived */
  draw() {
    const moving = this.#scale.approach(isCalm());
    this.container.style.setProperty('--span', this.#scale.span);
    this.#tick();
    return moving;
  }

  #tick() {
    const span = this.#scale.target;
    const step = tickStep(span);
    if (this.#ticked === `${step} ${span}`) {
      return;
    }
    this.#ticked = `${step} ${span}`;
    this.container.style.setProperty('--tick', step);
    const marks = marksOf(span, step, this.budget);
    this.axes.forEach(axis => axis.show(marks));
  }
}
