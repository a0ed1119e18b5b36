import { byId, el, say } from '../shared/dom.js';
import { Fold } from '../shared/fold.js';
import { isKept, isOk, isStale, lookOf, originWords, outcomeWords, reasonWords, RUNNING } from '../shared/outcomes.js';
import { named, seconds } from '../shared/words.js';

/** Who took what was there already waited for nobody. */
function words(report) {
  const time = isOk(report.outcome) && !isKept(report) && !isStale(report) ? ` in ${seconds(report.elapsed)}` : '';
  const origin = originWords(report);
  return outcomeWords(report) + time + (origin && `${isStale(report) ? '' : ','} ${origin}`)
    + (!report.reason ? '' : isStale(report) ? ' – ' : ': ');
}

const failed = report => report !== null && !isOk(report.outcome);

function item(names, report) {
  return el('li', { 'data-look': report ? lookOf(report) : RUNNING },
    ...names.flatMap((name, index) => [index > 0 ? ', ' : null, el('span', { class: 'source' }, name)]), ' ',
    report ? words(report) : 'asking …',
    report?.reason ? el('span', { class: 'reason', dir: 'auto' }, reasonWords(report)) : null);
}

/** Sources that failed for the same reason are one entry: without a network all do. */
function items(reports) {
  const entries = new Map();
  for (const [name, report] of reports) {
    const key = failed(report) ? `${words(report)} ${reasonWords(report)}` : name;
    entries.set(key, { names: [...(entries.get(key)?.names ?? []), name], report });
  }
  return [...entries.values()].map(({ names, report }) => item(names, report));
}

/** What became of each source, folded behind a line that names those with something amiss. */
export class SourceReports {
  #reports = new Map();
  #list = byId('reports');
  #fold = new Fold(byId('reports-all'));

  /** From now on nothing is known of these sources. */
  expect(names) {
    const first = this.size === 0;
    this.#reports = new Map(names.map(name => [name, null]));
    this.#show();
    if (first) {
      this.#fit();
    }
  }

  /** @param {Object[]} reports of some or all sources */
  take(reports) {
    reports.forEach(report => this.#reports.set(report.name, report));
    this.#show();
  }

  /** Nothing more comes: sources that have not said anything are no longer being asked. */
  finish() {
    this.#names(report => report === null).forEach(name => this.#reports.delete(name));
    this.#show();
    this.#fit();
  }

  get failed() {
    return this.#names(failed).length;
  }

  get stale() {
    return this.#names(report => report !== null && isStale(report)).length;
  }

  get size() {
    return this.#reports.size;
  }

  /** @param {(report: ?Object) => boolean} are */
  #names(are) {
    return [...this.#reports].filter(([, report]) => are(report)).map(([name]) => name);
  }

  /** Where nobody has answered, why is the news. */
  #fit() {
    this.#fold.fit(this.size, this.size > 0 && this.failed === this.size);
  }

  #show() {
    this.#list.replaceChildren(...items(this.#reports));
    byId('reports-all').hidden = this.size === 0;
    byId('reports-words').classList.toggle('problem', this.failed > 0);
    say(byId('reports-words'), this.#summary());
  }

  #summary() {
    return [
      this.#said('Waiting for', report => report === null),
      this.#said('Failed:', failed),
      this.#said('Stale:', report => report !== null && isStale(report)),
    ].filter(Boolean).join('. ') || 'What each source answered';
  }

  #said(what, are) {
    const names = this.#names(are);
    return names.length === 0 ? '' : `${what} ${names.length > 1 && names.length === this.size ? `all ${this.size}` : named(names)}`;
  }
}
