/* What an experiment comes to, in words: measured beside predicted. Pure functions over the answers. */
import { baseline, ratio } from '../verdict.js';
import { capital, count, listed, seconds } from '../words.js';

/** @typedef {{title: string, answer: Object}} Run */

const CLOSE = 0.1; // of what was predicted
const BLINK = 0.05; // seconds: below that nobody would say that a prediction was wrong
const STANDS_STILL = 0.3; // seconds

const isClose = (measured, predicted) => Math.abs(measured - predicted) <= Math.max(BLINK, predicted * CLOSE);

/** "3.01 s, as predicted", or what was predicted instead, if anything. */
function beside(measured, predicted) {
  if (typeof predicted !== 'number') {
    return seconds(measured);
  }
  return `${seconds(measured)}, ${isClose(measured, predicted) ? 'as predicted' : `not the predicted ${seconds(predicted)}`}`;
}

const numbersBeside = (measured, predicted) => (measured === predicted ? 'as predicted' : `not the predicted ${predicted}`);

const total = ({ answer }) => answer.measured.total_time;
const totalBeside = ({ answer: { measured, predicted } }) => beside(measured.total_time, predicted.total_time);

/** "Async took 3.00 s and sync 6.01 s, as predicted." It is said for each when it isn't so for all. */
function took(runs) {
  const asPredicted = runs.every(run => isClose(total(run), run.answer.predicted.total_time));
  const [first, ...others] = runs.map(run => [run.title, asPredicted ? seconds(total(run)) : `${totalBeside(run)}`]);
  const parts = [`${capital(first[0])} took ${first[1]}`, ...others.map(part => part.join(asPredicted ? ' ' : ' took '))];
  return asPredicted ? `${listed(parts)}, as predicted.` : parts.map(part => `${capital(part)}.`).join(' ');
}

export function ofWait(runs) {
  const times = runs.map(total);
  const alike = isClose(Math.max(...times), Math.min(...times));
  return runs.length < 2 ? took(runs)
    : `${took(runs)} ${alike ? 'A caller can’t tell them apart; only the threads differ.' : 'They differ.'}`;
}

export function ofTasks(runs) {
  const results = runs.map(run => ({ mode: run.title, total: total(run) }));
  const base = results.length > 1 ? baseline(results) : undefined;
  const compared = results.map(result => [result.mode, ratio(result, base)]).filter(([, words]) => words)
    .map(([mode, words]) => `${capital(mode)} was ${words}.`);
  return [took(runs), ...compared, ...runs.map(spoiled).filter(Boolean)].join(' ');
}

function spoiled({ title, answer }) {
  const tasks = answer.tasks ?? answer.calls;
  const failed = tasks.filter(({ outcome }) => outcome !== 'ok').length;
  return failed > 0 && `In ${title} mode ${count(failed, 'call')} failed; ${count(tasks.length - failed, 'other')} did not mind.`;
}

export function ofCallers(runs) {
  return runs.map(({ title, answer: { callers, failed, line_begins_at: line, slowest, measured, predicted } }) => {
    const waited = measured.waited_in_line;
    const stood = waited === 0 ? 'nobody waited in line' : `${waited} of ${count(callers, 'caller')} waited in line`;
    const where = waited > 0 && line !== null ? ` behind the first ${line}` : '';
    return `${capital(title)}: ${stood}${where}, ${numbersBeside(waited, predicted.waited_in_line)}; the last was back after `
      + `${seconds(slowest)}${failed > 0 ? `, and ${failed} failed` : ''}.`;
  }).join(' ');
}

export function ofMatrix([{ answer: { cells } }]) {
  const times = order => cells.filter(cell => cell.order === order).map(({ measured }) => measured.total_time);
  const right = cells.every(({ measured, predicted }) => isClose(measured.total_time, predicted.total_time));
  return `In line ${range(times('in line'))}, at once ${range(times('at once'))}, whatever waits: ${right
    ? 'as predicted. The order makes the time; what waits decides how many can.'
    : 'not in every cell as predicted.'}`;
}

/** "3.00 s", or "3.00 s to 3.01 s". */
const range = values => [...new Set([Math.min(...values), Math.max(...values)].map(seconds))].join(' to ');

const pause = ({ measured, predicted }) => {
  const words = beside(measured.longest_pause, predicted.longest_pause);
  return measured.longest_pause > STANDS_STILL ? `a loop stood still for ${words}` : `no loop paused for longer than ${words}`;
};

export const ofLoops = runs => runs.map(({ title, answer }) =>
  `${capital(title)}: ${pause(answer)}${answer.measured.longest_pause > STANDS_STILL ? ', and with it all whom it serves' : ''}.`)
  .join(' ');

export function ofComputing(runs) {
  return runs.map(run => {
    const { neighbour } = run.answer;
    const next = neighbour ? `; a neighbour waited ${beside(neighbour.measured, neighbour.predicted)}` : '';
    return `${capital(run.title)}: ${totalBeside(run)}; ${pause(run.answer)}${next}.`;
  }).join(' ');
}

export function ofConnections(runs) {
  return runs.map(run => {
    const { measured, predicted } = run.answer;
    return `${capital(run.title)}: ${count(measured.connections, 'connection')}, `
      + `${numbersBeside(measured.connections, predicted.connections)}, in ${totalBeside(run)}.`;
  }).join(' ');
}
