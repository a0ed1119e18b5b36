import { Axis } from '../shared/axis.js';
import { Bar } from '../shared/bar.js';
import { el, say, sayOrHide } from '../shared/dom.js';
import { isStale, outcomeWords } from '../shared/outcomes.js';
import { waterfall } from '../shared/waterfall.js';
import { capital, count, runningSeconds, seconds } from '../shared/words.js';
import { CodeView } from './code.js';

/** The lane of one mode: its total, a bar for each source, the time scale, where the time went, and the code. */
export class Lane {
  axis = new Axis();
  #total = el('span', { class: 'total' });
  #ratio = el('span', { class: 'ratio' });
  #facts = el('p', { class: 'facts' });
  #steps = el('details', { class: 'steps', hidden: true }, el('summary', {}, 'Where the time went'));
  #bars;
  #over = false;
  #stale = 0;
  #zero; // the page's clock, in milliseconds, when the request arrived
  #furthest = 0;

  /** @param {{mode: string, code: ?string}} mode */
  constructor({ mode, code }, sources) {
    this.mode = mode;
    this.#bars = new Map(sources.map(source => [source, new Bar(source, { ticking: true })]));
    this.#bars.forEach(bar => bar.clear('not asked yet'));
    const title = el('h3', { id: `lane-${mode}` }, capital(mode));
    const view = code ? new CodeView(mode, code) : null;
    this.element = el('section', { class: 'lane', 'aria-labelledby': title.id },
      el('header', {}, title, ' ', this.#total, ' ', this.#ratio, ' ', view?.button),
      el('ul', { 'aria-label': `Calls of ${mode}` }, ...[...this.#bars.values()].map(bar => bar.element)),
      el('div', { class: 'scale' }, this.axis.element),
      this.#facts, this.#steps, view?.panel);
  }

  get result() {
    const bars = [...this.#bars.values()];
    return {
      mode: this.mode,
      total: this.total,
      refused: this.refused,
      asked: bars.length,
      missing: bars.filter(({ ok }) => !ok).length,
      stale: this.#stale,
    };
  }

  /** Where the furthest bar ends, in seconds. */
  furthest(now) {
    return this.#over || this.#zero === undefined ? this.#furthest : (now - this.#zero) / 1000;
  }

  started(event, now) {
    this.#zero ??= now - event.at * 1000;
    this.#bars.get(event.source)?.begin(event, 'asking …');
  }

  answered(event) {
    this.#bars.get(event.source)?.take(event, outcomeWords(event));
    this.#stale += isStale(event) ? 1 : 0;
    this.#furthest = Math.max(this.#furthest, event.started + event.elapsed);
  }

  summary({ total_time: total, articles, duplicates, explain }) {
    this.total = total;
    this.#close(seconds(total));
    this.#furthest = Math.max(this.#furthest, total);
    const merged = duplicates > 0 ? `, ${count(duplicates, 'duplicate')} merged away` : '';
    say(this.#facts, `${count(articles, 'article')}${merged}.`);
    if (explain) {
      this.explain = explain;
      this.#steps.hidden = false;
      this.#steps.append(waterfall(explain));
    }
  }

  /** Shows or hides where the time went, and tells when somebody does. */
  set unfolded(open) {
    this.#steps.open = open;
  }

  onFold(listener) {
    this.#steps.addEventListener('toggle', () => listener(this.#steps.open));
  }

  problem({ title, detail }) {
    this.refused = true;
    this.#close('');
    this.#facts.classList.add('problem');
    this.element.classList.toggle('refused', this.#zero === undefined);
    say(this.#facts, detail ?? title ?? 'This mode could not run.');
  }

  /** The race ended without this lane's summary. */
  cut(now) {
    if (!this.#over) {
      this.#furthest = Math.max(this.#furthest, this.furthest(now));
      this.#close('stopped');
    }
  }

  compared(words) {
    sayOrHide(this.#ratio, words);
  }

  grow(now) {
    if (!this.#over && this.#zero !== undefined) {
      const clock = (now - this.#zero) / 1000;
      this.#bars.forEach(bar => bar.grow(clock));
      say(this.#total, runningSeconds(clock));
    }
  }

  #close(words) {
    this.#over = true;
    this.element.classList.add('over');
    this.#bars.forEach(bar => bar.cut('stopped', 'not asked'));
    say(this.#total, words);
  }
}
