/* The order of the articles before the digest has come: the same rule as the service's merge, so that its order changes little. */
import { dateOf } from './words.js';

const TRACKING = /^(utm_.*|fbclid|gclid)$/i;

/** The address of an article if it is one that may be followed: http or https, and nothing else. */
export function webAddress(text) {
  const url = URL.canParse(text ?? '') ? new URL(text) : null;
  return url && ['http:', 'https:'].includes(url.protocol) ? url : null;
}

/** Two articles with the same key are the same article. */
export function keyOf({ url, source, title }) {
  const address = webAddress(url);
  if (!address) {
    return `${source} ${title} ${url}`;
  }
  address.hash = '';
  [...address.searchParams.keys()].filter(name => TRACKING.test(name)).forEach(name => address.searchParams.delete(name));
  return address.href;
}

const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
const published = (article, none) => dateOf(article.published_at)?.getTime() ?? none;

/** One article per key: the earliest published stays, ties go to the source that comes first. Newest first, undated last. */
export function merged(articles, sourceOrder) {
  const rank = ({ source }) => (sourceOrder.indexOf(source) + 1 || Infinity);
  const bySource = (one, other) => compare(rank(one), rank(other)) || compare(one.source, other.source);
  const firstStays = (one, other) =>
    compare(published(one, Infinity), published(other, Infinity)) || bySource(one, other);
  const unique = new Map();
  for (const article of articles) {
    const key = keyOf(article);
    const known = unique.get(key);
    if (!known || firstStays(article, known) < 0) {
      unique.set(key, article);
    }
  }
  return [...unique.values()].sort((one, other) =>
    compare(published(other, -Infinity), published(one, -Infinity)) || bySource(one, other)
      || compare(one.title, other.title) || compare(one.url, other.url));
}

const fold = text => (text ?? '').toUpperCase().toLowerCase();

/** Whether an article has the word in its title or summary, in capitals or not, as the service's `q` means it. */
export function has({ title, summary }, word) {
  return [title, summary].some(text => fold(text).includes(fold(word)));
}
