import { nextFrame } from '../shared/animation.js';
import { Axis } from '../shared/axis.js';
import { byId, el, say } from '../shared/dom.js';
import { HttpProblem } from '../shared/http.js';
import { TimeScale } from '../shared/timescale.js';
import { listed } from '../shared/words.js';
import { Fields } from './fields.js';
import { NumbersTable } from './numbers.js';
import { Predictions } from './predictions.js';
import { Variant } from './variant.js';

/**
 * One experiment on the page: its form, its requests, its picture and what it comes to. Its axis, if it has one, lies under
 * the bars of `rows`, or of `drawings`, which are as wide as the picture.
 */
export class ExperimentCard {
  #form;
  #fields;
  #predictions;
  #all;
  #hint;
  #status;
  #variants;
  #scale;
  #numbers = new NumbersTable();
  #session = null;
  #drawing = false;

  /** @param {() => void} onConnectionLost called when the service does not answer */
  constructor(experiment, onConnectionLost) {
    this.experiment = experiment;
    this.onConnectionLost = onConnectionLost;
    const section = byId(experiment.id);
    this.#form = section.querySelector('form');
    this.#fields = new Fields(this.#form);
    this.#predictions = new Predictions(experiment.id,
      variants => this.#expect(variants), problem => this.#fields.showHint(problem));
    this.#all = { button: section.querySelector('button.primary') };
    this.#all.words = this.#all.button.textContent;
    this.#status = section.querySelector('.result');
    this.#hint = this.#status.textContent.replace(/\s+/g, ' ');
    this.#variants = experiment.variants.map((about, _, { length }) =>
      new Variant(about, experiment.part(about), length === 1));
    this.#lay(section);
    this.#listen();
    this.#reset();
    this.#predictions.ask(this.#fields.values, 0);
    this.#press(null);
  }

  get running() {
    return this.#session !== null;
  }

  /** The service is there: asks for the predictions if it wasn't before. */
  catchUp() {
    this.#predictions.retry(this.#fields.values);
  }

  #lay(section) {
    const axis = new Axis();
    const picture = section.querySelector('.picture');
    section.querySelector('.requests').append(...this.#variants.map(({ request }) => request.element));
    picture.append(...this.experiment.arrange?.(this.#variants) ?? this.#parts.map(({ element }) => element));
    if (this.experiment.axis) {
      picture.append(el('div', { class: `scale ${this.experiment.axis}` }, axis.element));
    }
    section.querySelector('.show').append(this.#numbers.element);
    this.#scale = new TimeScale(picture, [axis]);
  }

  #listen() {
    this.#form.addEventListener('submit', submit => {
      submit.preventDefault();
      this.#toggle(this.#variants, this.#all);
    });
    this.#form.addEventListener('input', () => {
      this.#reset();
      this.#predictions.ask(this.#fields.values);
    });
    this.#variants.forEach(variant =>
      variant.request.button?.addEventListener('click', () => this.#toggle([variant], variant.request)));
  }

  get #parts() {
    return this.#variants.map(({ part }) => part);
  }

  get #furthest() {
    return Math.max(0, ...this.#parts.map(part => part.furthest)) || 1;
  }

  /** Other fields make another experiment: what was measured of the one before goes away. */
  #reset() {
    this.#variants.forEach(variant => variant.clear(this.#fields.values));
    this.#numbers.show([]);
    this.#tell();
    this.#fit();
  }

  /** Draws what the service predicts; what was measured meanwhile stays. */
  #expect(predictions) {
    this.#fields.hideHint();
    this.#variants.forEach(({ about, part }) =>
      part.expect(predictions.find(({ variant }) => variant === about.name) ?? null));
    this.#fit();
  }

  #fit() {
    this.#scale.settle(this.#furthest);
    this.#draw();
  }

  #toggle(variants, pressed) {
    if (this.#session) {
      this.#session.abort();
    } else {
      this.#start(variants, pressed);
    }
  }

  async #start(variants, pressed) {
    this.#session = new AbortController();
    this.#press(pressed);
    const runs = variants.map(variant => () => this.#run(variant, this.#session.signal));
    if (this.experiment.together) {
      await Promise.all(runs.map(run => run()));
    } else {
      for (const run of runs) {
        await run();
      }
    }
    const stopped = this.#session.signal.aborted;
    this.#session = null;
    this.#press(null);
    this.#fit();
    if (stopped) {
      this.#say('Stopped.');
    }
  }

  async #run(variant, signal) {
    if (signal.aborted) {
      return;
    }
    variant.clear(this.#fields.values);
    const end = variant.run(signal);
    this.#tell();
    this.#draw();
    const failure = await end;
    variant.problem = failure && !signal.aborted ? this.#reasonOf(failure, variant) : '';
    this.#numbers.show(this.#answered.flatMap(({ title, answer }) => this.experiment.numbers(title, answer)));
    this.#tell();
  }

  #reasonOf(failure, { title }) {
    const what = this.#variants.length > 1 ? `“${title}”` : 'The experiment';
    if (failure instanceof HttpProblem) {
      this.#fields.markInvalid(failure.parameter);
      return `${what} could not run: ${failure.words}`;
    }
    this.onConnectionLost();
    return `${what} broke off: the service is gone. Run it again when the service is back.`;
  }

  get #answered() {
    return this.#variants.filter(({ answer }) => answer);
  }

  /** What went wrong, what came out, what still runs; at first, what to look for. */
  #tell() {
    const problems = this.#variants.map(({ problem }) => problem).filter(Boolean);
    const running = this.#variants.filter(variant => variant.running).map(({ title }) => title);
    if (problems.length === 0) {
      this.#fields.clearInvalid();
    }
    const answered = this.#answered;
    const words = [...problems, answered.length > 0 ? this.experiment.verdict(answered) : '',
      running.length > 0 ? `Running: ${listed(running)}.` : ''].filter(Boolean);
    this.#say(words.join(' ') || this.#hint, problems.length > 0);
  }

  #say(words, problem = false) {
    this.#status.classList.toggle('problem', problem);
    this.#status.classList.toggle('hint', words === this.#hint);
    say(this.#status, words);
  }

  /** The button that was pressed stops what it started, so that it keeps the focus; the others and the fields wait. */
  #press(pressed) {
    for (const one of [this.#all, ...this.#variants.map(({ request }) => request)].filter(({ button }) => button)) {
      say(one.button, one === pressed ? 'Stop' : one.words);
      one.button.disabled = pressed !== null && one !== pressed;
    }
    this.#fields.readOnly = pressed !== null;
  }

  #draw() {
    if (!this.#drawing) {
      this.#drawing = true;
      this.#frame();
    }
  }

  #frame() {
    if (this.#session) {
      const now = performance.now();
      this.#parts.forEach(part => part.grow(now));
      this.#scale.reach(this.#furthest);
    }
    const moving = this.#scale.draw();
    this.#parts.forEach(part => part.fit?.(this.#scale.span));
    this.#drawing = moving || this.#session !== null;
    if (this.#drawing) {
      nextFrame(() => this.#frame());
    }
  }
}
