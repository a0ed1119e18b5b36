import { el } from '../dom.js';
import { count, seconds } from '../words.js';

const WORDS = {
  total_time: '',
  longest_pause: 'longest pause of a loop',
  waited_in_line: 'waited in line',
  connections: 'connections',
  neighbour: 'a neighbour’s first step',
};
const COUNTED = { waited_in_line: 'caller', connections: 'connection' };

/** One line of the table: a quantity of a run. */
const line = (title, key, predicted, measured) =>
  ({ what: [title, WORDS[key] ?? key].filter(Boolean).join(': '), key, predicted, measured });

/** A line for each key of an answer's `predicted` and `measured`. */
export const linesOf = (title, { predicted, measured }) =>
  Object.keys(measured).map(key => line(title, key, predicted[key], measured[key]));

export const neighbourLine = (title, { neighbour }) =>
  (neighbour ? [line(title, 'neighbour', neighbour.predicted, neighbour.measured)] : []);

function words(key, value) {
  if (value === null || value === undefined) {
    return 'unknown';
  }
  return COUNTED[key] ? count(value, COUNTED[key]) : seconds(value);
}

/** The table that puts what was measured beside what was predicted. */
export class Numbers {
  #body = el('tbody');
  element = el('table', { class: 'numbers', hidden: true },
    el('caption', { class: 'hidden' }, 'Predicted and measured'),
    el('thead', {}, el('tr', {}, ...['Run', 'Predicted', 'Measured'].map(name => el('th', { scope: 'col' }, name)))),
    this.#body);

  /** @param {{what: string, key: string, predicted: ?number, measured: ?number}[]} lines */
  show(lines) {
    this.element.hidden = lines.length === 0;
    this.#body.replaceChildren(...lines.map(({ what, key, predicted, measured }) => el('tr', {},
      el('th', { scope: 'row' }, what), el('td', {}, words(key, predicted)), el('td', {}, words(key, measured)))));
  }
}
