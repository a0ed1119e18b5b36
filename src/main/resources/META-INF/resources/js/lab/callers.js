import { svg } from '../shared/dom.js';
import { readEvents } from '../shared/http.js';
import { count, seconds } from '../shared/words.js';
import { barIn, DenseBars } from './dense-bars.js';
import { LaneFrame } from './lane-frame.js';

const PATIENCE = 40; // seconds of silence: the longest wait, and then some
const MOST = 1000;
const KINDS = ['running', 'queued', 'ok', 'failed'];

/** A line for each caller of one mode, in the order in which they come back. */
export class CallersLane {
  #frame;
  #bars = new DenseBars();
  #paths = new Map(KINDS.map(kind => [kind, svg('path', { class: `caller ${kind}` })]));
  #predicted = 0;
  #run = null;
  #returned = [];
  #clock = null;
  #stale = true;

  constructor({ card, title }) {
    this.#frame = new LaneFrame(card, title, this.#bars.element);
    this.element = this.#frame.element;
    this.#bars.draw(...this.#paths.values());
  }

  get furthest() {
    const last = this.#returned.at(-1);
    return Math.max(this.#predicted, this.#clock ?? 0, last ? last.started + last.elapsed : 0);
  }

  clear() {
    this.#run = null;
    this.#returned = [];
    this.#clock = null;
    this.#frame.clear();
    this.#stale = true;
  }

  expect(prediction) {
    const line = prediction?.line_begins_at ?? null;
    this.#predicted = prediction?.total_time ?? 0;
    this.#bars.expect(prediction?.bars ?? []);
    this.#bars.divide(line ?? 0, line === null ? '' : `${count(line, 'worker thread')}: here the line begins`);
  }

  begin(now) {
    this.#frame.begin(now);
  }

  async run(address, signal) {
    let summary;
    for await (const { name, data } of readEvents(address, { last: ['summary'], signal, patience: PATIENCE })) {
      if (name === 'callers') {
        this.#run = data;
        this.#bars.rows = data.callers;
        this.#stale = true;
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
    this.#bars.fit(span);
    if (this.#stale) {
      this.#stale = false;
      this.#draw();
    }
  }

  #draw() {
    const lines = new Map(KINDS.map(kind => [kind, []]));
    this.#returned.forEach(({ started, elapsed, line }, row) => {
      const end = started + elapsed;
      if (line === null) {
        lines.get('failed').push(barIn(row, started, end));
      } else {
        lines.get('queued').push(barIn(row, started, started + line));
        lines.get('ok').push(barIn(row, started + line, end));
      }
    });
    if (this.#clock !== null && this.#run) {
      for (let row = this.#returned.length; row < this.#run.callers; row++) {
        lines.get('running').push(barIn(row, 0, this.#clock));
      }
    }
    this.#paths.forEach((path, kind) => path.setAttribute('d', lines.get(kind).join('')));
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
