import { byId, say } from '../shared/dom.js';

const FRESH_FOR = 60; // seconds, in a race with a cache
const OFFERED = 'Then the modes ask each source once and share its answer, and one up to a minute old serves.';
const ALWAYS = 'Always on here: the service keeps what its sources answer (fresh-for), so there is little to wait for in any mode.';

/** The switch for a race with a cache. Where the service keeps answers anyway, it is on and can't be switched off. */
export class CacheSwitch {
  #box = byId('race-cache');
  #wanted = false;
  #always = false;
  #disabled = true;

  constructor(changed) {
    this.#box.addEventListener('change', () => {
      this.#wanted = this.#box.checked;
      changed();
    });
  }

  /** @param {boolean} always whether the service keeps answers anyway @param {boolean} wanted */
  offer(always, wanted) {
    this.#always = always === true;
    this.#wanted = wanted && !this.#always;
    say(byId('race-cache-words'), this.#always ? ALWAYS : OFFERED);
    this.#show();
  }

  /** Whether it is on because someone wants it. */
  get chosen() {
    return this.#wanted;
  }

  /** How old an answer may be beyond what the service allows by itself, in seconds. */
  get freshFor() {
    return this.#wanted ? FRESH_FOR : 0;
  }

  set disabled(disabled) {
    this.#disabled = disabled;
    this.#show();
  }

  #show() {
    this.#box.checked = this.#wanted || this.#always;
    this.#box.disabled = this.#disabled || this.#always;
  }
}
