import { el, scrolled } from '../shared/dom.js';
import { count, micros, seconds } from '../shared/words.js';

const WORDS = {
  total_time: 'time',
  longest_pause: 'longest pause of a loop',
  waited_in_line: 'waited in line',
  connections: 'connections',
  neighbour: 'a neighbour’s first step',
  median_micros: 'median call',
  fastest_micros: 'fastest call',
  slowest_micros: 'slowest call',
  p50: '50 of 100 calls within',
  p95: '95 of 100 calls within',
  p99: '99 of 100 calls within',
  calls_made: 'calls made',
};
const COUNTED = { waited_in_line: 'caller', connections: 'connection', calls_made: 'call' };

/** A line of the table for each key of an answer's `predicted` and `measured`; a single one needs no name. */
export function linesOf(title, { predicted, measured }) {
  const keys = Object.keys(measured);
  return keys.map(key => ({
    what: keys.length > 1 ? `${title}: ${WORDS[key] ?? key}` : title,
    key,
    predicted: predicted[key],
    measured: measured[key],
  }));
}

function words(key, value) {
  if (value === null || value === undefined) {
    return 'unknown';
  }
  if (key.endsWith('_micros')) {
    return micros(value);
  }
  return COUNTED[key] ? count(value, COUNTED[key]) : seconds(value);
}

/** The table that puts what was measured beside what was predicted. */
export class NumbersTable {
  #body = el('tbody');
  element = scrolled('Numbers', el('table', { class: 'numbers' },
    el('caption', { class: 'hidden' }, 'Predicted and measured'),
    el('thead', {}, el('tr', {}, ...['Run', 'Predicted', 'Measured'].map(name => el('th', { scope: 'col' }, name)))),
    this.#body));

  constructor() {
    this.show([]);
  }

  /** @param {{what: string, key: string, predicted: ?number, measured: ?number}[]} lines */
  show(lines) {
    this.element.hidden = lines.length === 0;
    this.#body.replaceChildren(...lines.map(({ what, key, predicted, measured }) => el('tr', {},
      el('th', { scope: 'row' }, what), el('td', {}, words(key, predicted)), el('td', {}, words(key, measured)))));
  }
}
