import { Lane } from './lane.js';
import { marksOf, Scale, tickStep } from './scale.js';
import { baseline, ratio } from './verdict.js';

const CALM = matchMedia('(prefers-reduced-motion: reduce)');
const CALM_FRAME = 500;

/** The lanes of one race, on one time scale. Only the service's events say what happened; the clock fills the time between. */
export class Lanes {
  #lanes = new Map();
  #scale = new Scale();
  #running = true;
  #ticked = '';

  /** @param {{modes: string[], sources: string[], budget: number}} race @param {(mode: string) => ?string} codeOf */
  constructor(container, race, codeOf) {
    this.container = container;
    this.budget = race.budget;
    race.modes.forEach(mode => this.#lanes.set(mode, new Lane({ mode, code: codeOf(mode) }, race.sources)));
    container.replaceChildren(...[...this.#lanes.values()].map(lane => lane.element));
    this.#frame();
  }

  get results() {
    return [...this.#lanes.values()].map(lane => lane.result);
  }

  /** @param {'started'|'answered'|'summary'|'problem'} kind */
  take(kind, event) {
    this.#lanes.get(event.mode)?.[kind](event, performance.now());
    if (kind === 'summary') {
      const results = this.results;
      const base = baseline(results);
      results.forEach(result => this.#lanes.get(result.mode).compared(ratio(result, base)));
    }
  }

  /** No more events come: what is not over is cut, and the scale fits what there is. */
  finish() {
    const now = performance.now();
    this.#lanes.forEach(lane => lane.cut(now));
    this.#running = false;
    this.#scale.settle(this.#furthest(now));
  }

  #furthest(now) {
    return Math.max(0, ...[...this.#lanes.values()].map(lane => lane.furthest(now)));
  }

  #frame() {
    const now = performance.now();
    if (this.#running) {
      this.#lanes.forEach(lane => lane.grow(now));
      this.#scale.reach(this.#furthest(now));
    }
    const moving = this.#scale.approach(CALM.matches);
    this.container.style.setProperty('--span', this.#scale.span);
    this.#tick();
    if (!this.#running && !moving) {
      return;
    }
    if (CALM.matches) {
      setTimeout(() => this.#frame(), CALM_FRAME);
    } else {
      requestAnimationFrame(() => this.#frame());
    }
  }

  #tick() {
    const span = this.#scale.target;
    const step = tickStep(span);
    if (this.#ticked === `${step} ${span}`) {
      return;
    }
    this.#ticked = `${step} ${span}`;
    this.container.style.setProperty('--tick', step);
    this.container.style.setProperty('--budget', this.budget);
    const marks = marksOf(span, step, this.budget);
    this.#lanes.forEach(lane => lane.ticks(marks));
  }
}
