import { byId, el } from '../shared/dom.js';
import { Fold } from '../shared/fold.js';
import { stateLook, stateWords } from '../shared/policies.js';

/** How each source stands: what is kept of its answer, whether it may be asked, and how often it has been. */
export class SourceStates {
  #shown = '';
  #fold = new Fold(byId('states-all'));

  constructor(list) {
    this.list = list;
  }

  /** @param {{name: string, state: Object}[]} sources @param {number} freshFor how old an answer of a race may be, in seconds */
  show(sources, freshFor) {
    const items = sources.filter(({ state }) => state)
      .map(({ name, state }) => ({ name, look: stateLook(state, freshFor), words: stateWords(state, freshFor) }));
    const shown = JSON.stringify(items);
    if (shown !== this.#shown) { // someone may be selecting text in it
      this.#shown = shown;
      this.#fold.fit(items.length);
      byId('states-all').hidden = items.length === 0;
      this.list.replaceChildren(...items.map(({ name, look, words }) =>
        el('li', { 'data-look': look }, el('span', { class: 'source' }, name), ` ${words}`)));
    }
  }
}
