import { HttpProblem, readJson, withQuery } from '../shared/http.js';

const PAUSE = 250; // milliseconds without a change, so that not every letter is a question
const PATIENCE = 10_000;

/** What the service predicts of an experiment. It is asked anew whenever a field changes, and the last question wins. */
export class Predictions {
  #abort = new AbortController();
  #timer;
  #failed = false;

  /**
   * @param {string} experiment
   * @param {(variants: Object[]) => void} onAnswer given nothing if nothing can be predicted
   * @param {(problem: HttpProblem) => void} onProblem why, if a field is wrong
   */
  constructor(experiment, onAnswer, onProblem) {
    this.path = `/lab/predictions/${experiment}`;
    this.onAnswer = onAnswer;
    this.onProblem = onProblem;
  }

  /** @param {Object} fields of the form @param {number} pause milliseconds */
  ask(fields, pause = PAUSE) {
    this.#abort.abort();
    this.#abort = new AbortController();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(fields, this.#abort.signal), pause);
  }

  /** Asks again if the last question got no answer at all. */
  retry(fields) {
    if (this.#failed) {
      this.ask(fields, 0);
    }
  }

  async #ask(fields, signal) {
    let variants = [];
    let problem = null;
    try {
      ({ variants } = await readJson(withQuery(this.path, fields),
        { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]) }));
    } catch (failure) {
      problem = failure;
    }
    if (signal.aborted) {
      return;
    }
    this.#failed = problem !== null && !(problem instanceof HttpProblem);
    this.onAnswer(variants);
    if (problem instanceof HttpProblem) {
      this.onProblem(problem);
    }
  }
}
