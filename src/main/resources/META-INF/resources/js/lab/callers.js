import { svg } from '../dom.js';
import { readEvents } from '../http.js';
import { count, seconds } from '../words.js';
import { Frame } from './frame.js';
import { barIn, Strip } from './strip.js';

const PATIENCE = 30; // seconds of silence beyond a wait
const MOST = 1000;
const KINDS = ['running', 'line', 'ok', 'error'];

/** A line for each caller of one mode, in the order in which they come back. */
export class CallersLane {
  #frame;
  #strip = new Strip();
  #paths = new Map(KINDS.map(kind => [kind, svg('path', { class: `caller ${kind}` })]));
  #outline = svg('path', { class: 'outline' });
  #run = null;
  #returned = [];
  #clock = null;
  #wait = 1;
  #stale = true;

  constructor({ card, title }) {
    this.#frame = new Frame(card, title, this.#strip.element);
    this.element = this.#frame.element;
    this.#strip.draw(...this.#paths.values(), this.#outline);
  }

  get furthest() {
    const last = this.#returned.at(-1);
    return Math.max(this.#run?.predicted.total_time ?? this.#wait, this.#clock ?? 0, last ? last.started + last.elapsed : 0);
  }

  expect({ callers, seconds: wait }) {
    this.#run = null;
    this.#returned = [];
    this.#clock = null;
    this.#wait = Number(wait ?? 1);
    this.#strip.rows(Math.min(MOST, Math.max(1, Number(callers ?? 100))));
    this.#strip.mark(0, '');
    this.#frame.clear();
    this.#stale = true;
  }

  begin(now) {
    this.#frame.begin(now);
  }

  async run(address, signal) {
    let summary;
    for await (const { name, data } of readEvents(address, { last: ['summary'], signal, patience: this.#wait + PATIENCE })) {
      if (name === 'callers') {
        this.#meet(data);
      } else if (name === 'returned' && this.#returned.length < MOST) {
        this.#returned.push(data);
        this.#stale = true;
      } else if (name === 'summary') {
        summary = data;
      }
    }
    signal.throwIfAborted(); // an abort ends the stream without a summary
    return { ...summary, line_begins_at: this.#run?.line_begins_at ?? null };
  }

  grow(now) {
    const clock = this.#frame.grow(now);
    if (clock !== null) {
      this.#clock = clock;
      this.#stale = true;
      this.#frame.facts(`running: ${this.#returned.length} of ${this.#run?.callers ?? '…'} are back`);
    }
  }

  take(summary) {
    this.#clock = null;
    this.#stale = true;
    this.#frame.take(summary, this.#factsOf(summary));
  }

  cut() {
    this.#clock = null;
    this.#stale = true;
    this.#frame.cut();
  }

  /** One drawing for each frame at most, however many come back in it. */
  fit(span) {
    this.#strip.fit(span);
    if (this.#stale) {
      this.#stale = false;
      this.#draw();
    }
  }

  #meet(run) {
    this.#run = run;
    this.#strip.rows(run.callers);
    const line = run.line_begins_at;
    if (line !== null && line < run.callers) {
      this.#strip.mark(line, `${count(line, 'worker thread')}: here the line begins`);
    }
    this.#stale = true;
  }

  #draw() {
    const lines = new Map(KINDS.map(kind => [kind, []]));
    this.#returned.forEach(({ started, elapsed, line }, row) => {
      const end = started + elapsed;
      if (line === null) {
        lines.get('error').push(barIn(row, started, end));
      } else {
        lines.get('line').push(barIn(row, started, started + line));
        lines.get('ok').push(barIn(row, started + line, end));
      }
    });
    if (this.#clock !== null && this.#run) {
      for (let row = this.#returned.length; row < this.#run.callers; row++) {
        lines.get('running').push(barIn(row, 0, this.#clock));
      }
    }
    this.#paths.forEach((path, kind) => path.setAttribute('d', lines.get(kind).join('')));
    this.#outline.setAttribute('d', this.#run ? stairs(this.#run) : '');
  }

  #factsOf({ callers, failed, fastest, slowest, measured }) {
    const threads = new Set(this.#returned.map(({ thread }) => thread).filter(Boolean)).size;
    const reason = this.#returned.find(caller => caller.reason)?.reason;
    return [
      `${count(callers, 'caller')} on ${count(threads, 'thread')}, back after ${seconds(fastest)} to ${seconds(slowest)}`,
      `${measured.waited_in_line} waited in line`,
      failed > 0 ? `${failed} failed: ${reason}` : '',
    ].filter(Boolean).join('; ');
  }
}

/** The outline of what is predicted: a step for as many callers as can wait at a time. */
function stairs({ callers, seconds: wait, line_begins_at: step }) {
  const size = step ?? callers;
  const steps = Array.from({ length: Math.ceil(callers / size) }, (_, index) =>
    `H${(index + 1) * wait}V${Math.min(callers, (index + 1) * size)}`);
  return `M0 0${steps.join('')}H0Z`;
}
