import { nextFrame } from '../shared/animation.js';
import { baseline, ratio } from '../shared/comparison.js';
import { byId } from '../shared/dom.js';
import { TimeScale } from '../shared/timescale.js';
import { legendOf } from '../shared/waterfall.js';
import { Lane } from './lane.js';

let unfolded = false; // whether it is to be seen where the time went, also in the next race

/** The lanes of one race, on one time scale. Only the service's events say what happened; the clock fills the time between. */
export class Lanes {
  #lanes = new Map();
  #scale;
  #running = true;
  #legend = byId('lanes-legend');

  /** @param {{modes: string[], sources: string[], budget: number}} race @param {(mode: string) => ?string} codeOf */
  constructor(container, race, codeOf) {
    race.modes.forEach(mode => this.#lanes.set(mode, new Lane({ mode, code: codeOf(mode) }, race.sources)));
    const lanes = [...this.#lanes.values()];
    this.#scale = new TimeScale(container, lanes.map(({ axis }) => axis), race.budget);
    container.replaceChildren(...lanes.map(({ element }) => element));
    lanes.forEach(lane => {
      lane.unfolded = unfolded;
      lane.onFold(open => this.#unfold(open));
    });
    this.#explain();
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
      this.#explain();
    }
  }

  /** In one lane is in all: they are there to be compared. */
  #unfold(open) {
    unfolded = open;
    this.#lanes.forEach(lane => { lane.unfolded = open; });
    this.#explain();
  }

  #explain() {
    const explains = [...this.#lanes.values()].map(({ explain }) => explain).filter(Boolean);
    this.#legend.hidden = !unfolded || explains.length === 0;
    this.#legend.replaceChildren(...legendOf(explains));
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
    const moving = this.#scale.draw();
    if (this.#running || moving) {
      nextFrame(() => this.#frame());
    }
  }
}
