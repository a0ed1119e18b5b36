import { Bar } from './bar.js';
import { CodeView } from './code.js';
import { el, say, sayOrHide } from './dom.js';
import { Axis } from './ruler.js';
import { capital, count, runningSeconds, seconds } from './words.js';

/** The lane of one mode: its total, a bar for each source, the time scale and the code. */
export class Lane {
  axis = new Axis();
  #total = el('span', { class: 'total' });
  #ratio = el('span', { class: 'ratio' });
  #facts = el('p', { class: 'facts' });
  #bars;
  #over = false;
  #zero; // the page's clock, in milliseconds, when the request arrived
  #furthest = 0;

  /** @param {{mode: string, code: ?string}} mode */
  constructor({ mode, code }, sources) {
    this.mode = mode;
    this.#bars = new Map(sources.map(source => [source, new Bar(source)]));
    const title = el('h3', { id: `lane-${mode}` }, capital(mode));
    const view = code ? new CodeView(mode, code) : null;
    this.element = el('section', { class: 'lane', 'data-mode': mode, 'aria-labelledby': title.id },
      el('header', {}, title, ' ', this.#total, ' ', this.#ratio, ' ', view?.button),
      el('ul', { 'aria-label': `Calls of ${mode}` }, ...[...this.#bars.values()].map(bar => bar.element)),
      el('div', { class: 'scale' }, this.axis.element),
      this.#facts, view?.panel);
  }

  get result() {
    const bars = [...this.#bars.values()];
    return {
      mode: this.mode,
      total: this.total,
      refused: this.refused,
      asked: bars.length,
      missing: bars.filter(bar => bar.outcome !== 'ok').length,
    };
  }

  /** Where the furthest bar ends, in seconds. */
  furthest(now) {
    return this.#over || this.#zero === undefined ? this.#furthest : (now - this.#zero) / 1000;
  }

  started(event, now) {
    this.#zero ??= now - event.at * 1000;
    this.#bars.get(event.source)?.started(event);
  }

  answered(event) {
    const end = this.#bars.get(event.source)?.answered(event) ?? 0;
    this.#furthest = Math.max(this.#furthest, end);
  }

  summary({ total_time: total, articles, duplicates }) {
    this.total = total;
    this.#close(seconds(total));
    this.#furthest = Math.max(this.#furthest, total);
    const merged = duplicates > 0 ? `, ${count(duplicates, 'duplicate')} merged away` : '';
    say(this.#facts, `${count(articles, 'article')}${merged}.`);
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
    this.#bars.forEach(bar => bar.cut());
    say(this.#total, words);
  }
}
