import { byId, say, sayOrHide } from '../shared/dom.js';
import { HttpProblem, readEvents } from '../shared/http.js';
import { count } from '../shared/words.js';
import { ArticleList } from './articles.js';
import { ArticleFilter } from './filter.js';
import { SourceReports } from './reports.js';
import { Shortcuts } from './shortcuts.js';
import { Visits } from './visits.js';

const LIMIT = 200; // the most that the service gives
const PATIENCE = 10; // seconds of silence beyond the budget
const WAITS = [2, 4, 8, 15, 30];

/** The news: what the stream brings, filtered, and what became of the sources. */
export class News {
  #visits = new Visits();
  #list = new ArticleList(article => this.#visits.isNew(article));
  #reports = new SourceReports();
  #filter = new ArticleFilter(() => this.#filtered(), () => this.load(this.#capped || this.#asked ? this.#filter.word : ''));
  #about = null;
  #articles = [];
  #asked = ''; // the word that the service was asked for: the articles at hand have it
  #filling = true; // whether there was nothing when the sources were asked
  #abort = null;
  #again;
  #failures = 0;
  #end = null; // what there is to say once nothing more comes

  /** @param {() => void} onEnd called when nothing more comes, also because the stream broke: the service may stand otherwise */
  constructor(onEnd) {
    this.onEnd = onEnd;
    new Shortcuts();
  }

  /** Loads the news at first, and again when the service was gone in between. */
  offer(about, settings, back) {
    const first = this.#about === null;
    this.#about = about;
    this.#filter.offer(about.sources.map(({ name }) => name), settings);
    if (first || (back && this.#failures > 0)) {
      this.load();
    }
  }

  get loading() {
    return this.#abort !== null;
  }

  /** Asks the sources. Articles that are here stay until the digest replaces them. */
  async load(word = '') {
    clearTimeout(this.#again);
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#asked = word;
    this.#filling = this.#articles.length === 0;
    this.#end = null;
    this.#change(() => this.#reports.expect(this.#about.sources.map(({ name }) => name)));
    try {
      await this.#follow(abort.signal);
      this.#failures = 0;
    } catch (failure) {
      this.#failed(failure);
    }
    if (this.#abort === abort) {
      this.#abort = null;
      this.#change(() => this.#reports.finish());
      this.onEnd();
    }
  }

  async #follow(signal) {
    const query = new URLSearchParams({ merged: true, limit: LIMIT, ...(this.#asked && { q: this.#asked }) });
    const how = { last: ['digest', 'problem'], signal, patience: this.#about.budget + PATIENCE };
    for await (const { name, data } of readEvents(`/stream-news?${query}`, how)) {
      this.#change(() => this.#take(name, data));
    }
  }

  #take(name, data) {
    switch (name) {
      case 'source':
        this.#reports.take([data.report]);
        if (this.#filling) {
          this.#articles = data.articles; // of all that have answered so far
        }
        break;
      case 'digest':
        this.#reports.take(data.sources);
        this.#articles = data.articles;
        this.#visits.see(data.articles);
        this.#end = data.duplicates > 0 ? `${count(data.duplicates, 'duplicate')} merged away.` : '';
        break;
      case 'problem':
        this.#reports.take(data.sources ?? []);
        this.#end = data.detail ?? data.title;
        break;
      default: // an event of a newer service
    }
  }

  /** A refusal without a Retry-After is not tried again: the answer would be the same. */
  #failed(failure) {
    let wait = failure.retryAfter;
    this.#end = failure.message;
    if (!(failure instanceof HttpProblem)) {
      wait = WAITS[Math.min(this.#failures++, WAITS.length - 1)];
      this.#end = 'The service is gone, and what it had sent until then is all there is.';
    }
    if (wait) {
      this.#end += ' The page asks again by itself.';
      this.#again = setTimeout(() => this.load(this.#asked), wait * 1000);
    }
  }

  /** Fewer letters than the service was asked for: what it left out then is wanted now. */
  #filtered() {
    if (this.#filter.word.toLowerCase().includes(this.#asked.toLowerCase())) {
      this.#show(true);
    } else {
      this.load();
    }
  }

  #change(change) {
    change();
    this.#show(false);
  }

  /** @param {boolean} atOnce also if someone reads in the list */
  #show(atOnce) {
    const visible = this.#articles.filter(article => this.#filter.lets(article));
    this.#list.show(visible, atOnce);
    this.#filter.count(this.#articles);
    say(byId('news-status'), this.#status(visible.length));
    sayOrHide(byId('news-capped'), this.#capped && this.#end !== null ? this.#cappedWords() : '');
    byId('news-none').hidden = this.#end === null || this.#reports.size === 0 || this.#reports.failed < this.#reports.size;
  }

  #status(visible) {
    const all = this.#articles.length;
    const filter = this.#filter.words;
    const shown = filter ? `${visible} of ${count(all, 'article')} ${filter}.` : `${count(all, 'article')}.`;
    if (this.#end === null) {
      return `${all > 0 ? `${shown} ` : ''}Asking ${count(this.#reports.size, 'source')} …`;
    }
    const failed = this.#reports.failed;
    const failures = failed > 0 ? `${failed} of ${count(this.#reports.size, 'source')} failed.` : '';
    const stale = this.#reports.stale > 0 ? `${this.#reports.stale} of ${count(this.#reports.size, 'source')} stale.` : '';
    return [shown, this.#newWords(), failures, stale, this.#end].filter(Boolean).join(' ');
  }

  #newWords() {
    const fresh = this.#articles.filter(article => this.#visits.isNew(article)).length;
    return fresh > 0 ? `${fresh} new since your last visit.` : '';
  }

  get #capped() {
    return this.#articles.length >= LIMIT;
  }

  #cappedWords() {
    const { word } = this.#filter;
    return word && word !== this.#asked
      ? `This looks at the newest ${LIMIT} only. Press “Ask again” to look for “${word}” among all.`
      : `These are the newest ${LIMIT}; there may be more.`;
  }
}
