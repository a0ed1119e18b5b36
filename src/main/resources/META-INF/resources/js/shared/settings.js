/* What the page is set to, kept in its address: a race can be shared, and a reload changes nothing. */

const NAMES = ['modes', 'sources', 'cache', 'q', 'source', 'from'];

/** @returns {{modes: ?string[], sources: ?string[], cache: boolean, q: string, source: ?string[], start: boolean}} null means: all */
export function readSettings(search = location.search) {
  const query = new URLSearchParams(search);
  const names = key => (query.has(key) ? query.get(key).split(',').map(name => name.trim()).filter(Boolean) : null);
  return {
    modes: names('modes'),
    sources: names('sources'),
    cache: query.get('cache') === '1',
    q: (query.get('q') ?? '').slice(0, 100),
    source: names('source') ?? names('from'), // as it was called when there was but one
    start: query.get('start') === '1',
  };
}

/** An address of this page with some settings changed; null, '' and false go away, and true is 1. */
export function addressWith(changes, search = location.search, hash = location.hash) {
  const query = new URLSearchParams(search);
  query.delete('start');
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '' || value === false) {
      query.delete(name);
    } else {
      query.set(name, Array.isArray(value) ? value.join(',') : value === true ? '1' : value);
    }
  }
  const text = query.toString().replaceAll('%2C', ','); // a comma needs no escape in a query, and people read it
  return location.pathname + (text ? `?${text}` : '') + hash;
}

/** Remembers settings. `start` is never kept: a reload must not start a race that nobody asked for. */
export function keep(changes) {
  history.replaceState(null, '', addressWith(Object.fromEntries(
    Object.entries(changes).filter(([name]) => NAMES.includes(name)))));
}

/** What of a choice is written down: nothing when it is everything. */
export const unlessAll = (chosen, all) => (chosen.length === all.length ? null : chosen);
