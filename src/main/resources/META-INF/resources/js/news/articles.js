import { badge } from '../shared/badge.js';
import { byId, el, say } from '../shared/dom.js';
import { ago, count, dateOf, fullDate, listed } from '../shared/words.js';

const LONG_TITLE = 120;
const MINUTE = 60_000;

/** The address of an article if it is one that may be followed: http or https, and nothing else. */
function webAddress(text) {
  const url = URL.canParse(text ?? '') ? new URL(text) : null;
  return url && ['http:', 'https:'].includes(url.protocol) ? url : null;
}

/** Who tells it, when, whether that is new, and who else does. */
function byline({ published_at: published, source, also_in: others }, isNew) {
  const date = dateOf(published);
  return el('p', { class: 'byline' },
    badge(source ?? ''), el('span', { class: 'source', dir: 'auto' }, source), ' · ',
    date ? el('time', { datetime: date.toISOString(), title: fullDate(date) }, ago(date)) : 'no date',
    isNew ? el('span', { class: 'new' }, 'new', el('span', { class: 'hidden' }, ' since your last visit')) : null,
    others?.length > 0 ? el('span', { class: 'also', dir: 'auto' }, ` · also at ${listed(others)}`) : null);
}

/** The text of an article; whatever a source wrote is a text node, and only a web address becomes a link. */
function item(article, isNew) {
  const { title, url, summary } = article;
  const words = title?.trim() || 'Untitled';
  const address = webAddress(url);
  return el('li', { class: 'article', tabindex: address ? null : -1 },
    byline(article, isNew),
    el('h3', { dir: 'auto', class: words.length > LONG_TITLE ? 'long' : null },
      address ? el('a', { href: address.href, target: '_blank', rel: 'noopener noreferrer' }, words) : words),
    summary ? el('p', { class: 'summary', dir: 'auto' }, summary) : null);
}

/**
 * The list of articles. While someone reads in it, it stays as it is, and a button offers what has come since; as soon as
 * the reader is back above the list, it shows that by itself.
 */
export class ArticleList {
  #list = byId('articles');
  #button = byId('news-more');
  #shown = new Map(); // by address: the article as text, and its element
  #waiting = null;

  /** @param {(article: Object) => boolean} isNew whether it has come since the last visit */
  constructor(isNew) {
    this.isNew = isNew;
    this.#button.addEventListener('click', () => this.#showFromTop());
    document.addEventListener('scroll', () => this.#waiting && !this.#beingRead && this.#apply(this.#waiting), { passive: true });
    setInterval(() => this.#age(), MINUTE);
  }

  /** @param {boolean} atOnce the reader has asked for the change */
  show(articles, atOnce) {
    if (!atOnce && this.#shown.size > 0 && this.#beingRead) {
      this.#hold(articles);
    } else {
      this.#apply(articles);
    }
  }

  get #beingRead() {
    return this.#list.getBoundingClientRect().top < 0 || this.#list.contains(document.activeElement);
  }

  #hold(articles) {
    const same = articles.length === this.#shown.size
      && [...this.#shown.values()].every(({ text }, index) => text === JSON.stringify(articles[index]));
    const fresh = articles.filter(article => !this.#shown.has(article.url)).length;
    this.#waiting = same ? null : articles;
    this.#button.hidden = same;
    say(this.#button, fresh > 0 ? `Show ${count(fresh, 'new article')}` : 'Show the latest news');
  }

  #showFromTop() {
    this.#apply(this.#waiting);
    this.#list.focus({ preventScroll: true }); // the button that had the focus is gone
    byId('news-status').scrollIntoView();
  }

  /** Changes only what differs. */
  #apply(articles) {
    const before = this.#shown;
    this.#shown = new Map(articles.map(article => {
      const text = JSON.stringify(article);
      const known = before.get(article.url);
      return [article.url, known?.text === text ? known : { text, element: item(article, this.isNew(article)) }];
    }));
    this.#waiting = null;
    this.#button.hidden = true;
    this.#arrange([...this.#shown.values()].map(({ element }) => element));
  }

  #arrange(elements) {
    const wanted = new Set(elements);
    [...this.#list.children].filter(element => !wanted.has(element)).forEach(element => element.remove());
    let next = this.#list.firstElementChild;
    for (const element of elements) {
      if (element === next) {
        next = next.nextElementSibling;
      } else {
        this.#list.insertBefore(element, next);
      }
    }
  }

  #age() {
    this.#list.querySelectorAll('time').forEach(time => say(time, ago(new Date(time.dateTime))));
  }
}
