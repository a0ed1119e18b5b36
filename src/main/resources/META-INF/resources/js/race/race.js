import { byId, say, sayOrHide } from '../shared/dom.js';
import { HttpProblem, readEvents } from '../shared/http.js';
import { addressWith, keep, unlessAll } from '../shared/settings.js';
import { capital, count, listed, seconds } from '../shared/words.js';
import { CacheSwitch } from './cache.js';
import { CheckboxGroup } from './checkboxes.js';
import { Lanes } from './lanes.js';
import { SourceStates } from './states.js';
import { sentences } from './verdict.js';

const PATIENCE = 10; // seconds of silence beyond the budget

/** The race: its form, its stream and what it comes to. */
export class Race {
  #modes = new CheckboxGroup(byId('race-modes'), () => this.#remember());
  #sources = new CheckboxGroup(byId('race-sources'), () => this.#remember());
  #cache = new CacheSwitch(() => this.#remember());
  #states = new SourceStates(byId('states'));
  #start = byId('race-start');
  #stop = byId('race-stop');
  #result = byId('race-result');
  #about = null;
  #lanes = null;
  #abort = null;

  /** @param {() => void} onEnd called when a race has ended or its stream broke: the service may stand otherwise */
  constructor(onEnd) {
    this.onEnd = onEnd;
    byId('race-form').addEventListener('submit', submit => {
      submit.preventDefault();
      this.start();
    });
    this.#stop.addEventListener('click', () => this.stop());
  }

  /** Offers the service's modes and sources; what is chosen stays chosen. */
  offer(about, { modes, sources, cache }) {
    this.#about = about;
    this.#modes.offer(about.modes.map(({ mode }) => ({ name: mode, label: capital(mode) })), modes);
    this.#sources.offer(about.sources.map(({ name }) => ({ name, label: name })), sources);
    this.#cache.offer(about.cached, cache);
    this.#enable(this.running);
    this.#point();
    const unknown = [...(modes ?? []).filter(name => !this.#modes.all.includes(name)),
      ...(sources ?? []).filter(name => !this.#sources.all.includes(name))];
    if (unknown.length > 0) {
      this.#say(`This link names ${listed(unknown)}, which this service does not have.`, true);
    }
    return unknown.length === 0;
  }

  /** Shows how the sources stand. */
  show(about) {
    this.#about = about;
    this.#states.show(about.sources, this.#cache.freshFor);
  }

  get running() {
    return this.#abort !== null;
  }

  get settings() {
    return {
      modes: unlessAll(this.#modes.chosen, this.#modes.all),
      sources: unlessAll(this.#sources.chosen, this.#sources.all),
      cache: this.#cache.chosen,
    };
  }

  async start() {
    if (this.#abort || !this.#about) {
      return;
    }
    if (this.#modes.chosen.length === 0 || this.#sources.chosen.length === 0) {
      this.#say('Choose at least one mode and one source.', true);
      return;
    }
    this.#abort = new AbortController();
    this.#enable(true);
    sayOrHide(byId('race-note'), '');
    this.#say('The race is about to start.');
    try {
      await this.#follow(this.#abort);
    } catch (failure) {
      this.#broken(failure);
    } finally {
      this.#lanes?.finish();
      this.#lanes = null;
      this.#abort = null;
      this.#enable(false);
      this.onEnd();
    }
  }

  /** The service cancels the calls under way when the stream is closed. */
  stop() {
    this.#abort?.abort();
  }

  async #follow({ signal }) {
    const how = { last: ['end'], signal, patience: this.#about.budget + PATIENCE };
    for await (const { name, data } of readEvents(this.#address(), how)) {
      this.#take(name, data);
    }
    if (signal.aborted) {
      this.#say('Stopped: the calls under way are cancelled.');
    }
  }

  #take(name, data) {
    switch (name) {
      case 'race':
        this.#lanes = new Lanes(byId('lanes'), data, mode => this.#codeOf(mode));
        sayOrHide(byId('race-note'), data.note);
        this.#bringIntoView();
        this.#say(`The race is on: ${count(data.sources.length, 'source')}, in ${listed(data.modes)} mode.`);
        break;
      case 'started':
      case 'answered':
        this.#lanes.take(name, data);
        break;
      case 'summary':
      case 'problem':
        this.#lanes.take(name, data);
        this.#say(name === 'summary'
          ? `${capital(data.mode)} is done after ${seconds(data.total_time)}.`
          : `${capital(data.mode)} could not run: ${data.detail ?? data.title}`);
        break;
      case 'end':
        this.#say(sentences(this.#lanes.results));
        break;
      default: // an event of a newer service
    }
  }

  #broken(failure) {
    if (failure instanceof HttpProblem) {
      this.#say(failure.words, true);
    } else {
      this.#say('The race broke off: the service is gone. Start it again when the service is back.', true);
    }
  }

  #address() {
    const { modes, sources, cache } = this.settings;
    const query = new URLSearchParams({ modes: (modes ?? this.#modes.all).join(',') });
    if (sources) {
      query.set('sources', sources.join(','));
    }
    if (cache) {
      query.set('cache', 'true');
    }
    return `/race?${query}`;
  }

  #codeOf(mode) {
    return this.#about.modes.find(known => known.mode === mode)?.code;
  }

  #remember() {
    keep(this.settings);
    this.#point();
    this.show(this.#about);
  }

  #point() {
    byId('race-link').href = addressWith({ ...this.settings, start: true }, location.search, '#race');
  }

  /** On a small screen the lanes are below what was pressed; Stop and the switches stay in sight if there is room. */
  #bringIntoView() {
    const form = byId('race-form');
    const lanes = byId('lanes').getBoundingClientRect().top;
    if (lanes > window.innerHeight * 0.8) {
      const room = lanes - form.getBoundingClientRect().top < window.innerHeight * 0.6;
      (room ? form : this.#result).scrollIntoView();
    }
  }

  #say(words, problem = false) {
    this.#result.classList.toggle('problem', problem);
    say(this.#result, words);
  }

  /** A button that is disabled loses the focus: it goes to the one that can be pressed now. */
  #enable(running) {
    const [off, on] = running ? [this.#start, this.#stop] : [this.#stop, this.#start];
    const focused = document.activeElement === off;
    on.disabled = false;
    off.disabled = true;
    this.#modes.disabled = running;
    this.#sources.disabled = running;
    this.#cache.disabled = running;
    if (focused) {
      on.focus();
    }
  }
}
