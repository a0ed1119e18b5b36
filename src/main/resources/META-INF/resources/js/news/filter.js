import { byId, sayOrHide } from '../shared/dom.js';
import { keep, readSettings } from '../shared/settings.js';
import { count, listed } from '../shared/words.js';
import { SourceChips } from './chips.js';

const NAMED = 3; // more sources are counted
const FEEDS = ['feed.atom', 'feed.json'];

const fold = text => (text ?? '').toUpperCase().toLowerCase();

/** Whether an article has the word in its title or summary, in capitals or not, as the service's `q` means it. */
function has({ title, summary }, word) {
  return [title, summary].some(text => fold(text).includes(fold(word)));
}

/** Who has it: the source that it is of, and those that have it, too. */
const sourcesOf = ({ source, also_in: others }) => [source, ...(others ?? [])];

/** The filter of the news, by word and sources. It works on the articles that are here: no source is asked for a keystroke. */
export class ArticleFilter {
  #word = byId('news-word');
  #chips = new SourceChips(() => this.#change());
  #names = [];
  #restored = false;

  /** @param {() => void} changed @param {() => void} submitted */
  constructor(changed, submitted) {
    this.changed = changed;
    this.#word.addEventListener('input', () => this.#change());
    byId('news-form').addEventListener('submit', submit => {
      submit.preventDefault();
      submitted();
    });
    addEventListener('popstate', () => {
      this.#restore(readSettings());
      this.changed();
    });
  }

  /** Offers the sources; what is chosen stays chosen, at first what the address says. */
  offer(names, settings) {
    this.#names = names;
    this.#chips.offer(names);
    if (!this.#restored) {
      this.#restored = true;
      this.#restore(settings);
    }
  }

  #restore({ q, source }) {
    this.#word.value = q;
    this.#chips.choose(source ?? []);
    const unknown = (source ?? []).filter(name => !this.#names.includes(name));
    this.#hint(unknown.length > 0 ? `This address names ${listed(unknown)}: no source of that name is asked here.` : '');
    this.#point();
  }

  get word() {
    return this.#word.value.trim();
  }

  get sources() {
    return this.#chips.chosen;
  }

  lets(article) {
    const wanted = this.sources;
    return (wanted.length === 0 || sourcesOf(article).some(name => wanted.includes(name))) && this.#hasWord(article);
  }

  /** Shows how many articles each source has, with the word, if there is one. */
  count(articles) {
    const numbers = new Map();
    articles.filter(article => this.#hasWord(article)).flatMap(sourcesOf)
      .forEach(name => numbers.set(name, (numbers.get(name) ?? 0) + 1));
    this.#chips.count(numbers);
  }

  #hasWord(article) {
    return !this.word || has(article, this.word);
  }

  /** "with “word” from source", or nothing. */
  get words() {
    const { word, sources } = this;
    return [word && `with “${word}”`,
      sources.length > NAMED ? `from ${count(sources.length, 'source')}` : sources.length > 0 && `from ${listed(sources)}`]
      .filter(Boolean).join(' ');
  }

  #change() {
    keep({ q: this.word, source: this.sources.length > 0 ? this.sources : null, from: null });
    this.#hint('');
    this.#point();
    this.changed();
  }

  /** Leads to the feeds of what is chosen. */
  #point() {
    const query = new URLSearchParams({
      ...(this.sources.length > 0 && { sources: this.sources.join(',') }), ...(this.word && { q: this.word }) });
    const asked = query.size > 0 ? `?${query.toString().replaceAll('%2C', ',')}` : '';
    FEEDS.forEach(feed => { byId(feed.replace('.', '-')).href = feed + asked; });
  }

  #hint(words) {
    sayOrHide(byId('news-hint'), words);
  }
}
