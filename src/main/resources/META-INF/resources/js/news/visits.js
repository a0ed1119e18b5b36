import { recall, remember } from '../shared/store.js';

const KEY = 'visits';
const MOST = 2_000; // articles that are known from earlier visits
const OVER_AFTER = 30 * 60_000; // who is back sooner has never been away

/** A short name of an address (FNV-1a): all that has ever been read needn't be written down in full. */
function shortName(address) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < address.length; index++) {
    hash = Math.imul(hash ^ address.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

const words = list => (Array.isArray(list) ? list.filter(word => typeof word === 'string') : []);

/** Which articles were here before this visit. A reload doesn't begin another one, nor does half an hour away. */
export class Visits {
  #before; // of all visits but this one
  #seen; // of this one, too

  constructor() {
    const kept = recall(KEY);
    const goesOn = Date.now() - kept?.at < OVER_AFTER;
    this.#seen = new Set(words(kept?.seen));
    this.#before = new Set(goesOn ? words(kept.before) : this.#seen);
    document.addEventListener('visibilitychange', () => this.#seen.size > 0 && this.#keep());
  }

  /** Whether it has come since the last visit; at a first visit nothing has. */
  isNew({ url }) {
    return this.#before.size > 0 && !this.#before.has(shortName(url ?? ''));
  }

  /** These are here now. What was seen last is forgotten last. */
  see(articles) {
    for (const name of articles.map(({ url }) => shortName(url ?? ''))) {
      this.#seen.delete(name);
      this.#seen.add(name);
    }
    this.#seen = new Set([...this.#seen].slice(-MOST));
    this.#keep();
  }

  #keep() {
    remember(KEY, { at: Date.now(), before: [...this.#before], seen: [...this.#seen] });
  }
}
