/* What an experiment comes to, in words: measured beside predicted. Pure functions over the answers. */
import { baseline, ratio } from '../shared/comparison.js';
import { isOk } from '../shared/outcomes.js';
import { capital, count, listed, micros, seconds } from '../shared/words.js';
import { ORDERS, orderWords } from './orders.js';

export const STANDS_STILL = 0.3; // seconds without a beat

/** @typedef {{title: string, answer: Object}} Run */
/** @typedef {{words: string, holds: boolean, instead: ?string}} Quantity what was measured, what was predicted instead */

const CLOSE = 0.1; // of what was predicted
const BLINK = 0.025; // seconds: nobody would notice

const isClose = (measured, predicted) => Math.abs(measured - predicted) <= Math.max(BLINK, predicted * CLOSE);

/** @returns {Quantity} */
const quantity = (words, holds, predicted, say) =>
  ({ words, holds, instead: typeof predicted === 'number' ? say(predicted) : null });
const time = (words, measured, predicted) =>
  quantity(words + seconds(measured), isClose(measured, predicted), predicted, seconds);
const number = (words, measured, predicted) => quantity(words, measured === predicted, predicted, String);

/** "A, b, as predicted.", or what was predicted instead, where something was. @param {Quantity[]} quantities */
function beside(quantities, join = parts => parts.join(', ')) {
  const all = quantities.every(({ holds }) => holds);
  const parts = quantities.map(({ words, holds, instead }) =>
    (holds || !instead ? words : `${words} (predicted ${instead})`));
  return `${capital(join(parts))}${all ? ', as predicted' : ''}.`;
}

const total = ({ answer }) => answer.measured.total_time;
const totalOf = (words, { measured, predicted }) => time(words, measured.total_time, predicted.total_time);

/** "Async took 3.00 s and sync 6.01 s, as predicted." */
const took = runs =>
  beside(runs.map(({ title, answer }, index) => totalOf(`${title} ${index === 0 ? 'took ' : ''}`, answer)), listed);

export function ofWait(runs) {
  const times = runs.map(total);
  const alike = isClose(Math.max(...times), Math.min(...times));
  return runs.length < 2 ? took(runs)
    : `${took(runs)} ${alike ? 'A caller can’t tell them apart; only the threads differ.' : 'They differ.'}`;
}

export function ofTasks(runs) {
  const results = runs.map(run => ({ mode: run.title, total: total(run) }));
  const base = results.length > 1 ? baseline(results) : undefined;
  const compared = Map.groupBy(results.filter(result => ratio(result, base)), result => ratio(result, base));
  const sentences = [...compared].map(([words, modes]) =>
    `${capital(listed(modes.map(({ mode }) => mode)))} ${modes.length > 1 ? 'were' : 'was'} ${words}.`);
  return [took(runs), ...sentences, unspoiled(runs)].filter(Boolean).join(' ');
}

function unspoiled(runs) {
  const failed = runs
    .map(({ title, answer }) => [(answer.tasks ?? answer.calls).filter(({ outcome }) => !isOk(outcome)).length, title])
    .filter(([number]) => number > 0)
    .map(([number, title]) => `${number} in ${title}`);
  return failed.length > 0 && `What failed, ${listed(failed)}, did not spoil the rest.`;
}

export const ofCallers = runs => runs.map(({ title, answer }) => {
  const { callers, failed, line_begins_at: line, measured, predicted } = answer;
  const waited = measured.waited_in_line;
  const who = waited === 0 ? 'nobody' : `${waited} of ${count(callers, 'caller')}`;
  const where = waited > 0 && line !== null ? ` behind the first ${line}` : '';
  return beside([
    number(`${title}: ${who} waited in line${where}`, waited, predicted.waited_in_line),
    totalOf('the last was back after ', answer),
  ]) + (failed > 0 ? ` ${failed} failed.` : '');
}).join(' ');

export function ofMatrix([{ answer: { cells } }]) {
  const times = ORDERS.map(order => `${orderWords(order)} ${
    range(cells.filter(cell => cell.order === order).map(({ measured }) => measured.total_time))}`);
  const right = cells.every(({ measured, predicted }) => isClose(measured.total_time, predicted.total_time));
  return `${capital(times.join(', '))}, whatever waits: ${right
    ? 'as predicted. The order makes the time; what waits decides how many can.'
    : 'not in every cell as predicted.'}`;
}

/** "3.00 s", or "3.00 s to 3.01 s". */
const range = values => [...new Set([Math.min(...values), Math.max(...values)].map(seconds))].join(' to ');

const pause = (words, { measured, predicted }) => time(
  words + (measured.longest_pause > STANDS_STILL ? 'a loop stood still for ' : 'no loop paused for longer than '),
  measured.longest_pause, predicted.longest_pause);

export const ofLoops = runs => runs.map(({ title, answer }) => beside([pause(`${title}: `, answer)])).join(' ');

export const ofComputing = runs => runs.map(({ title, answer }) => beside([
  totalOf(`${title}: computed in `, answer),
  pause('', answer),
  ...(answer.neighbour ? [time('a neighbour began after ', answer.neighbour.measured, answer.neighbour.predicted)] : []),
])).join(' ');

export const ofConnections = runs => runs.map(({ title, answer }) => {
  const { measured, predicted } = answer;
  return beside([
    number(`${title}: ${count(measured.connections, 'connection')}`, measured.connections, predicted.connections),
    totalOf('', answer),
  ]);
}).join(' ');

/** One beside its prediction, or both: "A call by the REST client took 1.6 times as long: 210 µs for 130 µs." */
export function ofClients(runs) {
  const [rest, vertx] = ['rest', 'vertx'].map(client =>
    runs.find(({ answer }) => answer.client === client)?.answer.measured.median_micros);
  if (rest === undefined || vertx === undefined) {
    return runs.map(({ title, answer }) => besideRoundTrip(title, answer)).join(' ');
  }
  const ratio = (rest / vertx).toFixed(1);
  return `A call by the REST client took ${ratio === '1.0' ? '' : `${ratio} times `}as long: `
    + `${micros(rest)} for ${micros(vertx)}.`;
}

function besideRoundTrip(title, { measured: { median_micros: measured }, predicted: { median_micros: predicted } }) {
  const holds = Math.abs(measured - predicted) <= predicted * CLOSE;
  return beside([quantity(`${title}: ${micros(measured)} a call`, holds, predicted, micros)]);
}

/** "Plain: 99 of 100 calls within 0.50 s, 400 calls, as predicted. Hedged: …" */
export const ofHedging = runs => runs.map(({ title, answer: { measured, predicted } }) => beside([
  time(`${title}: 99 of 100 calls within `, measured.p99, predicted.p99),
  quantity(`${count(measured.calls_made, 'call')} made`,
    Math.abs(measured.calls_made - predicted.calls_made) <= predicted.calls_made * CLOSE, predicted.calls_made, String),
])).join(' ');
