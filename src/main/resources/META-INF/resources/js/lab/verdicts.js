/* What an experiment comes to, in words: measured beside predicted. Pure functions over the answers. */
import { baseline, ratio } from '../verdict.js';
import { capital, count, listed, seconds } from '../words.js';

/** @typedef {{title: string, answer: Object}} Run */

const CLOSE = 0.1; // of what was predicted
const BLINK = 0.05; // seconds: below that nobody would say that a prediction was wrong

const isClose = (measured, predicted) => Math.abs(measured - predicted) <= Math.max(BLINK, predicted * CLOSE);

/** "3.01 s, as predicted", or what was predicted instead. */
export function beside(measured, predicted) {
  if (typeof predicted !== 'number') {
    return seconds(measured);
  }
  return `${seconds(measured)}, ${isClose(measured, predicted) ? 'as predicted' : `not the predicted ${seconds(predicted)}`}`;
}

const numbersBeside = (measured, predicted) => (measured === predicted ? 'as predicted' : `not the predicted ${predicted}`);

const total = ({ answer }) => answer.measured.total_time;
const took = ({ title, answer }) =>
  `${capital(title)} took ${beside(answer.measured.total_time, answer.predicted.total_time)}`;

export function ofWait(runs) {
  const times = runs.map(total);
  const apart = Math.max(...times) - Math.min(...times);
  const alike = runs.length > 1 && isClose(Math.max(...times), Math.min(...times));
  const threads = runs.map(({ title, answer }) => `${title} on ${answer.thread}`);
  return `${runs.map(took).join('. ')}. ${runs.length < 2 ? '' : alike
    ? `A caller can’t tell them apart: only the threads differ, ${listed(threads)}.`
    : `They differ by ${seconds(apart)}.`}`.trim();
}

export function ofTasks(runs) {
  const results = runs.map(run => ({ mode: run.title, total: total(run) }));
  const base = baseline(results);
  return runs.map((run, index) => {
    const compared = ratio(results[index], base);
    const tasks = run.answer.tasks ?? run.answer.calls;
    const failed = tasks.filter(({ outcome }) => outcome !== 'ok').length;
    const spoiled = failed > 0 ? `; ${count(failed, 'call')} failed, and ${tasks.length - failed} did not mind` : '';
    return `${took(run)}${compared && `, ${compared}`}${spoiled}.`;
  }).join(' ');
}

export function ofCallers(runs) {
  return runs.map(({ title, answer: { callers, failed, line_begins_at: line, slowest, measured, predicted } }) => {
    const waited = measured.waited_in_line;
    const stood = waited === 0 ? 'nobody waited in line' : `${waited} of ${count(callers, 'caller')} waited in line`;
    const where = waited > 0 && line !== null ? `, which begins behind the ${line}th` : '';
    return `${capital(title)}: ${stood}${where} (${numbersBeside(waited, predicted.waited_in_line)}); the last was back after `
      + `${seconds(slowest)}${failed > 0 ? `, and ${failed} failed` : ''}.`;
  }).join(' ');
}

export function ofMatrix([{ answer: { cells } }]) {
  const times = order => cells.filter(cell => cell.order === order).map(({ measured }) => measured.total_time);
  const range = values => (Math.max(...values).toFixed(2) === Math.min(...values).toFixed(2)
    ? seconds(Math.max(...values)) : `${Math.min(...values).toFixed(2)} to ${seconds(Math.max(...values))}`);
  const right = cells.every(({ measured, predicted }) => isClose(measured.total_time, predicted.total_time));
  return `In line ${range(times('in line'))}, at once ${range(times('at once'))}, whatever waits: ${right
    ? 'as predicted, the order alone makes the time. What waits decides how many can.'
    : 'not in every cell as predicted.'}`;
}

const frozenFor = ({ answer: { measured, predicted } }) => beside(measured.longest_pause, predicted.longest_pause);

export function ofLoops(runs) {
  return runs.map(run => `${capital(run.title)}: the longest pause of a loop was ${frozenFor(run)}.`).join(' ');
}

export function ofComputing(runs) {
  return runs.map(run => {
    const { neighbour } = run.answer;
    const next = neighbour ? `; a neighbour waited ${beside(neighbour.measured, neighbour.predicted)}` : '';
    return `${took(run)}; a loop paused for ${seconds(run.answer.measured.longest_pause)} at most${next}.`;
  }).join(' ');
}

export function ofConnections(runs) {
  return runs.map(({ title, answer: { calls, measured, predicted } }) =>
    `${capital(title)}: ${count(calls.length, 'call')} over ${count(measured.connections, 'connection')} `
      + `(${numbersBeside(measured.connections, predicted.connections)}) in ${beside(measured.total_time, predicted.total_time)}.`).join(' ');
}
