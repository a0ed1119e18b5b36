import { readJson } from '../shared/http.js';
import { RequestLink } from './request.js';

const PATIENCE = 150_000; // milliseconds; the longest experiment is six units of 10 s one after another

const readAnswer = (address, signal) => readJson(address, { signal });

/**
 * One way to run an experiment, such as a mode: its request, its part of the picture, and what came of the last run.
 *
 * A part has an element and says by `furthest` where it ends, in seconds. It is told what to `expect`, to `clear` what was
 * measured, to `begin`, to `grow` with the page's clock, to `take` the answer, which replaces what was guessed, or that it is `cut`
 * short. One that is answered by a stream has a `run` of its own, and one that draws a `fit` for the span of the time scale.
 */
export class Variant {
  answer = null;
  problem = '';
  running = false;

  /** @param {{title: string, path: string, query: ?Object}} about @param {boolean} alone whether there is no other */
  constructor(about, part, alone) {
    this.about = about;
    this.part = part;
    this.request = new RequestLink(alone ? null : `Run ${about.title}`);
  }

  get title() {
    return this.about.title;
  }

  /** Forgets what came of a run, since something else is asked for now. */
  clear(fields) {
    this.answer = null;
    this.problem = '';
    this.request.point(this.about, fields);
    this.part.clear();
  }

  /** Runs it once. @returns {Promise<?Error>} why there is no answer */
  async run(signal) {
    this.running = true;
    this.part.begin(performance.now());
    try {
      const within = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
      this.answer = await (this.part.run ?? readAnswer).call(this.part, this.request.address, within);
      this.part.take(this.answer);
      return null;
    } catch (failure) {
      this.part.cut();
      return failure;
    } finally {
      this.running = false;
    }
  }
}
