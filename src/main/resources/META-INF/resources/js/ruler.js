import { el } from './dom.js';
import { isCalm } from './frames.js';
import { marksOf, Scale, tickStep } from './scale.js';

/**
 * The axis under some bars. Each mark has words where there is room for them, however wide the font makes them. Who can't
 * see it hears the times of the bars themselves.
 */
export class Axis {
  element = el('div', { class: 'axis', 'aria-hidden': 'true' });
  #marks = []; // with their elements
  #span = 1;

  constructor() {
    new ResizeObserver(() => this.#label()).observe(this.element);
  }

  /** @param {{at: number, words: string, limit: boolean}[]} marks @param {number} span what the width stands for */
  show(marks, span) {
    this.#span = span;
    this.#marks = marks.map(({ at, words, limit }) => {
      const label = el('span', {}, words);
      const tick = el('span', { class: limit ? 'tick limit' : 'tick' }, label);
      tick.style.setProperty('--at', at);
      return { at, limit, label, tick };
    });
    this.element.replaceChildren(...this.#marks.map(({ tick }) => tick));
    this.#label();
  }

  /** The limit is what matters most. Words that would be cut off at the end stand before their mark. */
  #label() {
    this.#marks.forEach(({ label }) => { label.hidden = false; });
    const width = this.element.clientWidth;
    const wanted = this.#marks.map(mark => ({ ...mark, needs: mark.tick.offsetWidth }))
      .sort((one, other) => other.limit - one.limit);
    const taken = [];
    for (const { at, label, tick, needs } of wanted) {
      const place = width * at / this.#span;
      const late = place + needs > width;
      const from = late ? place - needs : place;
      label.hidden = from < 0 || taken.some(other => from < other.to && from + needs > other.from);
      tick.classList.toggle('late', late);
      if (!label.hidden) {
        taken.push({ from, to: from + needs });
      }
    }
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
    this.axes.forEach(axis => axis.show(marks, span));
  }
}
