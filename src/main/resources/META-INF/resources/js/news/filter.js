import { byId, el } from '../shared/dom.js';
import { keep } from '../shared/settings.js';

const fold = text => (text ?? '').toUpperCase().toLowerCase();

/** Whether an article has the word in its title or summary, in capitals or not, as the service's `q` means it. */
function has({ title, summary }, word) {
  return [title, summary].some(text => fold(text).includes(fold(word)));
}

/** The filter of the news, by word and source. It works on the articles that are here: no source is asked for a keystroke. */
export class ArticleFilter {
  #word = byId('news-word');
  #source = byId('news-source');
  #restored = false;

  /** @param {() => void} changed @param {() => void} submitted */
  constructor(changed, submitted) {
    this.changed = changed;
    this.#word.addEventListener('input', () => this.#change());
    this.#source.addEventListener('change', () => this.#change());
    byId('news-form').addEventListener('submit', submit => {
      submit.preventDefault();
      submitted();
    });
  }

  /** Offers the sources; what is chosen stays chosen, at first what the address says. */
  offer(names, { q, from }) {
    const chosen = this.#restored ? this.source : from;
    if (!this.#restored) {
      this.#word.value = q;
      this.#restored = true;
    }
    const offered = [...this.#source.options].slice(1).map(option => option.value);
    if (names.join() !== offered.join()) { // a list that is open at this moment would close
      this.#source.replaceChildren(el('option', { value: '' }, 'All sources'),
        ...names.map(name => el('option', { value: name }, name)));
      this.#source.value = names.includes(chosen) ? chosen : '';
    }
  }

  get word() {
    return this.#word.value.trim();
  }

  get source() {
    return this.#source.value;
  }

  lets(article) {
    return (!this.source || article.source === this.source) && (!this.word || has(article, this.word));
  }

  /** "with “word” from source", or nothing. */
  get words() {
    return [this.word && `with “${this.word}”`, this.source && `from ${this.source}`].filter(Boolean).join(' ');
  }

  #change() {
    keep({ q: this.word, from: this.source });
    this.changed();
  }
}
