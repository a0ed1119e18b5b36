import { byId, say } from './dom.js';
import { readJson, HttpProblem } from './http.js';
import { count } from './words.js';

const WAITS = [1, 2, 4, 8, 15];
const LOOK_EVERY = 5_000;

/** Knows whether the service is there. When it is not, says so and tries again, ever less often. */
export class ServiceMonitor {
  #banner = byId('service');
  #words = byId('service-words');
  #countdown = byId('service-countdown');
  #retry = byId('service-retry');
  #gone = false;
  #failures = 0;
  #timer;
  #looking = null;

  /**
   * @param {(about: Object, back: boolean) => void} present called with the answer of /sources, at first and whenever it is
   *   asked again, and whether the service was gone before
   * @param {() => boolean} busy whether a stream is open: it would notice by itself, and the stubs may be too busy to be asked
   */
  constructor(present, busy) {
    this.present = present;
    this.busy = busy;
    this.#retry.addEventListener('click', () => this.look());
    document.addEventListener('visibilitychange', () => this.#lookIfSeen());
    setInterval(() => this.#gone || this.#lookIfSeen(), LOOK_EVERY);
  }

  /** Asks the service what it has; two calls at the same time ask once. */
  look() {
    this.#looking ??= this.#ask().finally(() => { this.#looking = null; });
    return this.#looking;
  }

  #lookIfSeen() {
    if (document.visibilityState === 'visible' && !this.busy()) {
      this.look();
    }
  }

  async #ask() {
    clearTimeout(this.#timer);
    let about;
    try {
      about = await readJson('/sources');
    } catch (failure) {
      this.#isGone(failure);
      return;
    }
    const back = this.#gone;
    this.#failures = 0;
    this.#show(false, '');
    this.present(about, back);
  }

  #isGone(failure) {
    this.#show(true, failure instanceof HttpProblem
      ? `${failure.message} The page tries again by itself.`
      : 'The service is gone: it does not answer. The page tries again by itself.');
    this.#waitFor(WAITS[Math.min(this.#failures++, WAITS.length - 1)]);
  }

  /** The place of the words is always there, or a screen reader would not notice them. */
  #show(gone, words) {
    this.#gone = gone;
    this.#banner.classList.toggle('gone', gone);
    this.#countdown.hidden = !gone;
    this.#retry.hidden = !gone;
    say(this.#words, words);
  }

  /** The countdown is no part of the live region: nobody wants each second read out. */
  #waitFor(seconds) {
    say(this.#countdown, seconds > 0 ? `Trying again in ${count(seconds, 'second')}.` : 'Trying …');
    this.#timer = setTimeout(() => (seconds > 0 ? this.#waitFor(seconds - 1) : this.look()), seconds > 0 ? 1000 : 0);
  }
}
