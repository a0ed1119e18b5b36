import { ConnectionLost, readEvents } from '../shared/http.js';

const KEPT = 30; // seconds
const PATIENCE = 25; // seconds of silence: the loop that delivers may itself be frozen for 10 s and more
const LEAD = 3; // beats of each loop before anything is done to it

/**
 * The beats of the service's event loops, as long as somebody looks. Times are seconds of the service's clock since the
 * stream began: a beat that was delivered late was not late.
 */
export class Heartbeat {
  #abort = new AbortController();
  #waiting = new Set();
  #failure = null;
  #zero; // the service's clock, in milliseconds
  #ahead; // of the page's clock
  loops = new Map(); // names to beats {at, pause}
  every = 0.1;
  known = 0; // until then is known what happened

  /** @param {AbortSignal} signal stops it @param {() => void} changed */
  constructor(signal, changed) {
    this.changed = changed;
    this.#listen(AbortSignal.any([signal, this.#abort.signal]));
  }

  /** Now, as far as this page can tell. */
  get now() {
    return this.#zero === undefined ? 0 : (pageClock() + this.#ahead - this.#zero) / 1000;
  }

  /** Every loop is there and beats. */
  get steady() {
    return this.loops.size > 0 && [...this.loops.values()].every(beats => beats.length >= LEAD);
  }

  /** Every loop has beaten after this time. */
  knownUntil(time) {
    return [...this.loops.values()].every(beats => (beats.at(-1)?.at ?? 0) > time);
  }

  /** Waits until something is so; in vain when the stream ends or the signal comes before. */
  until(condition, signal) {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (condition()) {
          this.#waiting.delete(look);
          resolve();
        } else if (this.#failure) {
          this.#waiting.delete(look);
          reject(this.#failure);
        }
      };
      this.#waiting.add(look);
      signal?.addEventListener('abort', () => { this.#waiting.delete(look); reject(signal.reason); });
      look();
    });
  }

  close() {
    this.#abort.abort();
  }

  async #listen(signal) {
    try {
      for await (const { name, data } of readEvents('/lab/heartbeat', { last: [], signal, patience: PATIENCE })) {
        if (name === 'loops') {
          this.#meet(data);
        } else if (name === 'beat') {
          this.#take(data);
        }
        this.changed();
        this.#look();
      }
      this.#failure = signal.reason ?? new ConnectionLost('the heartbeat ended');
    } catch (failure) {
      this.#failure = failure;
    }
    this.#look();
  }

  #meet({ loops, every, now }) {
    this.#zero = Date.parse(now);
    this.#ahead = this.#zero - pageClock();
    this.every = every;
    this.loops = new Map(loops.map(loop => [loop, []]));
  }

  #take({ loop, at, pause }) {
    const beats = this.loops.get(loop);
    const time = (Date.parse(at) - this.#zero) / 1000;
    if (beats && time >= 0) {
      beats.push({ at: time, pause });
      this.known = Math.max(this.known, time);
      while (beats[0].at < this.known - KEPT) {
        beats.shift();
      }
    }
  }

  #look() {
    [...this.#waiting].forEach(look => look());
  }
}

const pageClock = () => performance.timeOrigin + performance.now();
