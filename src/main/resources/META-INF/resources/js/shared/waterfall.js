/*
 * Where the time of a request went, as a waterfall: what `explain` of a digest, a problem or a race's summary holds. A row for each
 * call, below it one for each of its requests if there are several, and one for what the service did itself. Each says in words
 * what its picture shows, so that nobody needs the colours, the patterns or a mouse.
 */
import { breakable, el } from './dom.js';
import { failureWords, isOk, lookOf, outcomeWords, RUNNING, STOPPED, wasAsked } from './outcomes.js';
import { count, seconds } from './words.js';

const PARTS = {
  waiting: 'waiting for a thread',
  shared_cache: 'shared cache',
  place: 'waiting for a place',
  connection: 'connection',
  first_byte: 'first byte',
  body: 'body',
  decoding: 'decoding',
  merging: 'merging',
  writing: 'writing',
};

const EVENTS = {
  fresh: 'kept and still fresh',
  stale: 'an older answer serves',
  revalidated: 'unchanged at the source',
  shared: 'waits for another request’s call',
  from_replica: 'another replica has the answer',
  retried: 'asked again',
  retry_denied: 'not asked again, as too many have been',
  hedged: 'asked a second time, as it is slow',
  hedge_won: 'the second answer came first',
  circuit_open: 'not asked, as it has failed too often',
  backed_off: 'left alone, as it wishes',
  rate_limited: 'not asked, as its rate is used up',
  bulkhead_full: 'not asked, as too many calls are under way',
};

const MOST_ATTEMPTS = 6; // rows for the requests of one call
const GROWTH = 1_000_000; // the lengths of a row count among each other, however short they are

const are = (steps, ...kinds) => (steps ?? []).filter(({ step }) => kinds.includes(step));
const partsOf = steps => (steps ?? []).filter(({ step }) => step in PARTS).sort((one, other) => one.started - other.started);
const endOf = ({ started, elapsed }) => started + elapsed;
const sum = parts => parts.reduce((total, { elapsed }) => total + elapsed, 0);
const happened = (events, what) => (events ?? []).some(({ event }) => event === what);

/** @returns {number} when the last step ended, in seconds since the request arrived */
export const endOfSteps = explain => Math.max(endOf(explain), ...(explain.steps ?? []).map(endOf));

/** The kinds of all that is within a step. @returns {string[]} */
const kindsOf = step => [...new Set((step.steps ?? []).flatMap(part => [part.step, ...kindsOf(part)]))];

/** "first byte 2.00 s, decoding 0.004 s": what took time at all. */
function partWords(parts) {
  const words = Object.entries(PARTS)
    .map(([kind, name]) => ({ name, time: sum(are(parts, kind)) }))
    .filter(({ time }) => time > 0)
    .map(({ name, time }) => `${name} ${seconds(time)}`);
  return words.length > 0 || parts.length === 0 ? words : ['nothing took a millisecond'];
}

const eventWords = events => (events ?? [])
  .map(({ event, at }) => `${EVENTS[event] ?? event.replaceAll('_', ' ')} (at ${seconds(at)})`);

/** A call, or one of its requests, as a source report would have it. */
const reportOf = ({ facts, events }) => ({
  ...facts,
  stale: happened(events, 'stale'),
  policies: (events ?? []).map(({ event }) => event),
});

/** What became of it; nothing while it goes on. */
function stateWords({ outcome, status, articles, code, stale }) {
  if (isOk(outcome)) {
    return articles !== undefined ? outcomeWords({ outcome, articles, stale }) : status ? `status ${status}` : '';
  }
  const why = code === outcome ? '' : code?.replaceAll('_', ' ');
  return outcome === undefined ? '' : [failureWords({ outcome, code }), why].filter(Boolean).join(': ');
}

/**
 * @typedef {Object} Row
 * @property {string} name
 * @property {Object} whole the step that it stands for, with its time and its events
 * @property {Object[]} parts what that was made of, one after another
 * @property {Object=} report what became of it, if it is a call or one of its requests
 * @property {string=} rest what else there is to say
 * @property {boolean=} inner whether it is a part of the row above
 */

/** @returns {Row[]} */
function rowsOfCall(call) {
  const attempts = are(call.steps, 'attempt');
  const several = attempts.length > 1;
  const parts = partsOf([...call.steps ?? [], ...several ? [] : attempts.flatMap(({ steps }) => steps ?? [])]);
  const rest = attempts.length > MOST_ATTEMPTS ? `${attempts.length} requests in all` : '';
  return [
    { name: call.source, whole: call, parts, report: reportOf(call), rest },
    ...(several ? attempts.slice(0, MOST_ATTEMPTS) : []).map((attempt, index) =>
      ({ name: `request ${index + 1}`, whole: attempt, parts: partsOf(attempt.steps), report: reportOf(attempt), inner: true })),
  ];
}

/** The calls in the order of the sources, and then what the service did itself. @returns {Row[]} */
function rowsOf(explain) {
  const order = (explain.facts?.sources ?? '').split(',');
  const calls = are(explain.steps, 'call')
    .sort((one, other) => order.indexOf(one.source) - order.indexOf(other.source) || one.started - other.started);
  const own = partsOf(explain.steps);
  const merged = are(own, 'merging').length > 0;
  const itself = { step: explain.step, started: 0, elapsed: sum(own) };
  return [
    ...calls.flatMap(rowsOfCall),
    { name: 'Newsfan itself', whole: itself, parts: own, rest: merged ? '' : 'merged for an earlier request' },
  ];
}

function place(element, from, length) {
  element.style.setProperty('--from', from);
  element.style.setProperty('--length', length);
  return element;
}

/** However short, each part is seen: they push each other aside a little rather than hide one another. */
function drawnParts(parts) {
  const grown = (element, length) => {
    element.style.setProperty('flex-grow', Math.max(0, Math.round(length * GROWTH)));
    return element;
  };
  let end = parts[0].started;
  return parts.flatMap(part => {
    const gap = grown(el('span'), part.started - end);
    end = Math.max(end, endOf(part));
    const words = `${PARTS[part.step]}: ${seconds(part.elapsed)}, from ${seconds(part.started)} on`;
    return [gap, grown(el('span', { class: 'part', 'data-step': part.step, title: words }), part.elapsed)];
  });
}

/** What a row shows to those who can see it. */
function picture({ whole, parts, report }) {
  const from = parts[0]?.started ?? whole.started;
  const until = Math.max(from, ...parts.map(endOf));
  const drawn = parts.length === 0 ? null
    : place(el('span', { class: 'parts' }, ...drawnParts(parts)), from, until - from);
  const line = !report ? null : place(el('span', { class: 'whole' }), whole.started, whole.elapsed);
  const marks = (whole.events ?? []).map(({ event, at }) => {
    const mark = el('span', { class: 'event', title: eventWords([{ event, at }])[0] });
    mark.style.setProperty('--at', at);
    return mark;
  });
  return el('dd', { class: 'track', 'aria-hidden': 'true' }, line, drawn, ...marks);
}

/** One that goes on when the timeline is taken has no outcome; one that nobody waits for any more has not failed. */
function lookOfRow(report) {
  const { outcome } = report ?? { outcome: 'ok' };
  return outcome === undefined ? RUNNING : outcome === 'cancelled' ? STOPPED : lookOf({ ...report, outcome });
}

function row(content) {
  const { name, whole, parts, report, inner, rest } = content;
  const state = report ? stateWords(report) : '';
  const words = [...partWords(parts), ...eventWords(whole.events), rest].filter(Boolean).join(', ');
  const element = el('div', { class: 'call', 'data-look': lookOfRow(report) },
    el('dt', { class: 'source' }, ...breakable(name)), ' ',
    picture(content), ' ',
    el('dd', { class: 'time' }, !report || wasAsked(report) ? seconds(whole.elapsed) : ''), ' ',
    state ? el('dd', { class: 'state' }, state) : null, ' ',
    words ? el('dd', { class: 'reason' }, words) : null);
  element.classList.toggle('inner', inner === true);
  element.classList.toggle('shared', happened(whole.events, 'shared') && parts.length === 0);
  return element;
}

/** The rows of a request, within whatever has a time scale. @param {Object} explain a step with all that is in it */
export const waterfall = explain => el('dl', { class: 'waterfall' }, ...rowsOf(explain).map(row));

/** What the colours and patterns stand for, as far as they occur. @param {Object[]} explains */
export function legendOf(explains) {
  const kinds = new Set(explains.flatMap(kindsOf));
  return Object.entries(PARTS).filter(([kind]) => kinds.has(kind)).flatMap(([kind, name]) =>
    [el('span', { class: 'key' }, el('span', { class: 'part', 'data-step': kind, 'aria-hidden': 'true' }), name), ' ']);
}
