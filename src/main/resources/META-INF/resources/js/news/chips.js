import { badge } from '../shared/badge.js';
import { byId, el, say } from '../shared/dom.js';
import { Fold } from '../shared/fold.js';
import { count, named } from '../shared/words.js';

/** Where there is room for them all; css/news.css has the same width. */
const WIDE = matchMedia('(min-width: 48rem)');

/** The sources of the news to choose from, with the number of articles of each. Choosing none is choosing all. */
export class SourceChips {
  #place = byId('news-sources');
  #all = byId('news-all');
  #fold = new Fold(byId('news-from'));
  #chips = new Map(); // by name: the box, the place of its number, and its label

  /** @param {() => void} changed */
  constructor(changed) {
    this.#place.addEventListener('change', () => this.#show(changed));
    WIDE.addEventListener('change', () => this.#fit());
    this.#all.addEventListener('click', () => {
      this.#place.querySelector('input')?.focus(); // the button goes away
      this.choose([]);
      changed();
    });
  }

  /** Offers these, and leaves them alone if they are offered already: someone may be about to press one. */
  offer(names) {
    if (names.join() !== [...this.#chips.keys()].join()) {
      const chosen = this.chosen;
      this.#chips = new Map(names.map(name => [name, this.#chip(name)]));
      this.#place.replaceChildren(...[...this.#chips.values()].map(({ label }) => label));
      this.choose(chosen);
      this.#fit();
    }
  }

  get chosen() {
    return [...this.#chips].filter(([, { box }]) => box.checked).map(([name]) => name);
  }

  /** Names that aren't known are left out. */
  choose(names) {
    this.#chips.forEach(({ box }, name) => { box.checked = names.includes(name); });
    this.#show();
  }

  /** @param {Map<string, number>} numbers of articles, by source */
  count(numbers) {
    this.#chips.forEach(({ number, label }, name) => {
      const articles = numbers.get(name) ?? 0;
      say(number, String(articles));
      label.classList.toggle('none', articles === 0);
    });
  }

  #chip(name) {
    const box = el('input', { type: 'checkbox', value: name });
    const number = el('span', { class: 'number' }, '0');
    const label = el('label', { class: 'chip' }, box, badge(name), el('span', { class: 'source', dir: 'auto' }, name), ' ',
      number, el('span', { class: 'hidden' }, ' articles'));
    return { box, number, label };
  }

  #fit() {
    this.#fold.fit(this.#chips.size, WIDE.matches);
  }

  #show(changed = () => {}) {
    const { chosen } = this;
    this.#all.hidden = chosen.length === 0;
    say(byId('news-from-words'), chosen.length > 0 ? named(chosen) : `all ${count(this.#chips.size, 'source')}`);
    changed();
  }
}
