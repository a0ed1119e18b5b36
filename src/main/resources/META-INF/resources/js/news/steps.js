import { Axis } from '../shared/axis.js';
import { byId, el, say, sayOrHide } from '../shared/dom.js';
import { HttpProblem, readJson } from '../shared/http.js';
import { TimeScale } from '../shared/timescale.js';
import { endOfSteps, legendOf, waterfall } from '../shared/waterfall.js';
import { capital, seconds } from '../shared/words.js';

const PATIENCE = 10; // seconds beyond the budget

/** Asks the sources once more, on demand and in a mode of choice, and shows where the time of that request went. */
export class RequestSteps {
  #fold = byId('steps-all');
  #buttons = byId('steps-modes');
  #status = byId('steps-status');
  #rows = byId('steps-rows');
  #picture = byId('steps-picture');
  #budget = 10;
  #asking = false;

  /** Only where the service tells it. @param {Object} about the answer of /sources */
  offer({ explain, modes, budget }) {
    this.#fold.hidden = explain !== true;
    this.#budget = budget;
    this.#buttons.replaceChildren(...modes.map(({ mode }) => {
      const button = el('button', { type: 'button', class: 'switch', 'aria-pressed': 'false' }, capital(mode));
      button.addEventListener('click', () => this.#ask(mode, button));
      return button;
    }));
  }

  /** One at a time. The button keeps the focus. */
  async #ask(mode, button) {
    if (this.#asking) {
      return;
    }
    this.#asking = true;
    [...this.#buttons.children].forEach(each => each.setAttribute('aria-pressed', String(each === button)));
    say(this.#status, `Asking in ${mode} mode …`);
    const { explain, words } = await this.#answer(mode);
    this.#asking = false;
    this.#show(explain, words);
  }

  /** A problem may be explained as well. */
  async #answer(mode) {
    try {
      const signal = AbortSignal.timeout((this.#budget + PATIENCE) * 1000);
      const { total_time: total, explain } = await readJson(`/${mode}-news?limit=1&explain=true`, { signal });
      return { explain, words: `In ${mode} mode it took ${seconds(total)}.` };
    } catch (failure) {
      return failure instanceof HttpProblem ? failure : { words: 'The service is gone: it does not answer.' };
    }
  }

  /** @param {?Object} explain what there is to draw, if there is anything */
  #show(explain, words) {
    say(this.#status, words);
    this.#picture.hidden = !explain;
    sayOrHide(byId('steps-trace'), explain ? `Trace ${explain.trace_id}` : '');
    if (explain) {
      const axis = new Axis();
      byId('steps-scale').replaceChildren(axis.element);
      this.#rows.replaceChildren(waterfall(explain));
      byId('steps-legend').replaceChildren(...legendOf([explain]));
      new TimeScale(this.#picture, [axis], this.#budget).jump(endOfSteps(explain));
    }
  }
}
