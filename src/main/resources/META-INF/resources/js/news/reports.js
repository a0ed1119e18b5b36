import { el } from '../shared/dom.js';
import { isKept, isOk, isStale, lookOf, originWords, outcomeWords, reasonWords, RUNNING } from '../shared/outcomes.js';
import { seconds } from '../shared/words.js';

/** Who took what was there already waited for nobody. */
function words(report) {
  const time = isOk(report.outcome) && !isKept(report) && !isStale(report) ? ` in ${seconds(report.elapsed)}` : '';
  const origin = originWords(report);
  return outcomeWords(report) + time + (origin && `${isStale(report) ? '' : ','} ${origin}`)
    + (!report.reason ? '' : isStale(report) ? ' – ' : ': ');
}

function item(name, report) {
  return el('li', { 'data-look': report ? lookOf(report) : RUNNING },
    el('span', { class: 'source' }, name), ' ',
    report ? words(report) : 'asking …',
    report?.reason ? el('span', { class: 'reason', dir: 'auto' }, reasonWords(report)) : null);
}

/** What became of each source: a list item each, that says why when it failed. */
export class SourceReports {
  #reports = new Map();

  constructor(list) {
    this.list = list;
  }

  /** From now on nothing is known of these sources. */
  expect(names) {
    this.#reports = new Map(names.map(name => [name, null]));
    this.#show();
  }

  /** @param {Object[]} reports of some or all sources */
  take(reports) {
    reports.forEach(report => this.#reports.set(report.name, report));
    this.#show();
  }

  /** Nothing more comes: sources that have not said anything are no longer being asked. */
  finish() {
    [...this.#reports].filter(([, report]) => report === null).forEach(([name]) => this.#reports.delete(name));
    this.#show();
  }

  get failed() {
    return [...this.#reports.values()].filter(report => report && !isOk(report.outcome)).length;
  }

  get stale() {
    return [...this.#reports.values()].filter(report => report && isStale(report)).length;
  }

  get size() {
    return this.#reports.size;
  }

  #show() {
    this.list.replaceChildren(...[...this.#reports].map(([name, report]) => item(name, report)));
  }
}
