import { el } from '../shared/dom.js';
import { readJson } from '../shared/http.js';
import { Heartbeat } from './heartbeat.js';
import { LaneFrame } from './lane-frame.js';
import { LoopCurve } from './loop-curve.js';

const WINDOW = 30; // seconds in sight
const CATCHING_UP = 5_000; // milliseconds

/** A lane with the curves of all event loops around one run. The stream of their beats is open only as long as it takes. */
export class LoopsLane {
  #frame;
  #list;
  #curves = new Map();
  #heart = null;
  #began = null;
  #ended = null;
  #predicted = null;
  #stale = true;

  constructor({ card, title }) {
    this.#list = el('ul', { class: 'loop-curves', 'aria-label': `Event loops: ${title}` });
    this.#frame = new LaneFrame(card, title, this.#list);
    this.element = this.#frame.element;
  }

  get furthest() {
    const end = Math.max(this.#heart?.known ?? 0, this.#ended ?? this.#heart?.now ?? 0);
    return Math.min(WINDOW, Math.max(end, (this.#began ?? 0) + (this.#predicted ?? 0)));
  }

  clear() {
    this.#heart = null;
    this.#began = null;
    this.#ended = null;
    this.#curves.clear();
    this.#list.replaceChildren();
    this.#frame.clear('The curves come with the run.');
  }

  expect(prediction) {
    this.#predicted = prediction?.bars[0]?.length ?? null;
  }

  begin(now) {
    this.#frame.begin(now);
    this.#frame.facts('listening to the loops');
  }

  async run(address, signal) {
    const heart = new Heartbeat(signal, () => { this.#stale = true; });
    this.#heart = heart;
    try {
      await heart.until(() => heart.steady, signal);
      this.#began = heart.now;
      this.#frame.begin(performance.now());
      const answer = await readJson(address, { signal });
      this.#ended = heart.now;
      // beats that a frozen loop held back come now; if they don't, the curves end where they do
      await heart.until(() => heart.knownUntil(this.#ended + heart.every), AbortSignal.timeout(CATCHING_UP)).catch(() => {});
      signal.throwIfAborted();
      return answer;
    } finally {
      heart.close();
    }
  }

  grow(now) {
    if (this.#ended === null) {
      this.#frame.grow(now);
    }
  }

  take(answer) {
    this.#draw();
    answer.loops.forEach(loop => this.#curves.get(loop.loop)?.take(loop));
    const { thread, loop, note } = answer;
    const where = loop ? `waited on ${loop}; the request came in on ${thread}` : `computed on ${thread}`;
    this.#frame.take(answer, [where, note].filter(Boolean).join('. '));
    this.#stale = false;
  }

  cut() {
    this.#ended ??= this.#heart?.now ?? null;
    this.#frame.cut();
  }

  fit(span) {
    if (this.#stale && this.#heart) {
      this.#stale = false;
      this.#draw();
    }
    const from = this.#from;
    this.#curves.forEach(curve => {
      curve.fit(from, span);
      this.#band(curve, from);
    });
  }

  /** The last half minute is in sight. */
  get #from() {
    return Math.max(0, (this.#heart?.known ?? 0) - WINDOW);
  }

  #draw() {
    const { loops } = this.#heart;
    if (this.#curves.size !== loops.size) {
      this.#curves = new Map([...loops.keys()].map(loop => [loop, new LoopCurve(loop, { loops: loops.size })]));
      this.#list.replaceChildren(...[...this.#curves.values()].map(({ element }) => element));
    }
    this.#curves.forEach((curve, loop) => curve.draw(loops.get(loop), this.#heart));
  }

  /** What is predicted until the answer is there, then what the page saw. */
  #band(curve, from) {
    if (this.#began === null) {
      curve.band(0, null, true);
    } else if (this.#ended === null) {
      curve.band(this.#began - from, this.#predicted, true);
    } else {
      curve.band(this.#began - from, this.#ended - this.#began, false);
    }
  }
}
