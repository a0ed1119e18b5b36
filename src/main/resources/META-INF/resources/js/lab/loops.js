import { el } from '../dom.js';
import { readJson } from '../http.js';
import { Frame } from './frame.js';
import { Heartbeat } from './heartbeat.js';
import { Pulse } from './pulse.js';

const WINDOW = 30; // seconds in sight
const CATCHING_UP = 5_000; // milliseconds

/** A lane with the curves of all event loops around one run. The stream of their beats is open only as long as it takes. */
export class LoopsLane {
  #frame;
  #list;
  #pulses = new Map();
  #heart = null;
  #began = null;
  #ended = null;
  #predicted = null;
  #stale = true;

  /** @param {(fields: Object) => ?number} lengthOf how long the page predicts the run to be */
  constructor({ card, title }, lengthOf) {
    this.lengthOf = lengthOf;
    this.#list = el('ul', { class: 'pulses', 'aria-label': `Event loops: ${title}` });
    this.#frame = new Frame(card, title, this.#list);
    this.element = this.#frame.element;
  }

  get furthest() {
    const end = Math.max(this.#heart?.known ?? 0, this.#ended ?? this.#heart?.now ?? 0);
    return Math.min(WINDOW, Math.max(end, (this.#began ?? 0) + (this.#predicted ?? 0)));
  }

  expect(fields) {
    this.#heart = null;
    this.#began = null;
    this.#ended = null;
    this.#predicted = this.lengthOf(fields);
    this.#pulses.clear();
    this.#list.replaceChildren();
    this.#frame.clear('The curves come with the run.');
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
    this.#predicted = answer.predicted.total_time;
    this.#draw();
    answer.loops.forEach(loop => this.#pulses.get(loop.loop)?.take(loop));
    const { thread, loop, note } = answer;
    const where = loop ? `waited on ${loop}; the request came in on ${thread}` : `computed on ${thread}`;
    this.#frame.take(answer, [where, note].filter(Boolean).join('. '));
    this.#stale = false;
  }

  cut() {
    this.#ended ??= this.#heart?.now ?? null;
    this.#predicted = null;
    this.#frame.cut();
  }

  fit(span) {
    if (this.#stale && this.#heart) {
      this.#stale = false;
      this.#draw();
    }
    const from = this.#from;
    this.#pulses.forEach(pulse => {
      pulse.fit(from, span);
      this.#band(pulse, from);
    });
  }

  /** The last half minute is in sight. */
  get #from() {
    return Math.max(0, (this.#heart?.known ?? 0) - WINDOW);
  }

  #draw() {
    const { loops } = this.#heart;
    if (this.#pulses.size !== loops.size) {
      this.#pulses = new Map([...loops.keys()].map(loop => [loop, new Pulse(loop, { loops: loops.size })]));
      this.#list.replaceChildren(...[...this.#pulses.values()].map(({ element }) => element));
    }
    this.#pulses.forEach((pulse, loop) => pulse.draw(loops.get(loop), this.#heart));
  }

  /** What is predicted until the answer is there, then what the page saw. */
  #band(pulse, from) {
    if (this.#began === null) {
      pulse.band(0, null, true);
    } else if (this.#ended === null) {
      pulse.band(this.#began - from, this.#predicted, true);
    } else {
      pulse.band(this.#began - from, this.#ended - this.#began, false);
    }
  }
}
