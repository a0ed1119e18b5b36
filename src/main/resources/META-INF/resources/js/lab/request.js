import { breakable, el } from '../shared/dom.js';
import { withQuery } from '../shared/http.js';

/** One request of an experiment: a link that anybody can follow or copy, and a button that runs it here. */
export class RequestLink {
  #link = el('a');

  /** @param {?string} words on the button; without them there is none */
  constructor(words) {
    this.words = words;
    this.button = words && el('button', { type: 'button', class: 'quiet' }, words);
    this.element = el('li', {}, this.button, ' ', this.#link);
  }

  get address() {
    return this.#link.getAttribute('href');
  }

  /** @param {{path: string, query?: Object}} variant @param {Object} fields of the form */
  point({ path, query }, fields) {
    const address = withQuery(path, { ...query, ...fields });
    this.#link.href = address;
    this.#link.replaceChildren(el('code', {}, ...breakable(address)));
  }
}
