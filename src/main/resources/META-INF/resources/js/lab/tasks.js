import { Bar } from '../shared/bar.js';
import { el } from '../shared/dom.js';
import { failureWords } from '../shared/outcomes.js';
import { listed, seconds } from '../shared/words.js';
import { LaneFrame } from './lane-frame.js';

/** A lane with a bar for each task of an answer. */
export class TasksLane {
  #bars = [];
  #names = '';
  #isCut = false;
  #list;
  #frame;

  /** @param {{card: string, title: string}} lane */
  constructor({ card, title }) {
    this.#list = el('ul', { 'aria-label': `Tasks of ${title}` });
    this.#frame = new LaneFrame(card, title, this.#list);
    this.element = this.#frame.element;
  }

  get furthest() {
    return Math.max(0, ...this.#bars.map(bar => bar.furthest));
  }

  clear() {
    this.#isCut = false;
    this.#bars.forEach(bar => bar.clear());
    this.#frame.clear();
  }

  expect(prediction) {
    if (prediction) {
      this.#lay(prediction.bars);
    }
    this.#bars.forEach((bar, index) => bar.expect(prediction?.bars[index]));
  }

  begin(now) {
    this.#frame.begin(now);
    this.#bars.forEach(bar => bar.begin());
  }

  grow(now) {
    const clock = this.#frame.grow(now);
    if (clock !== null) {
      this.#bars.forEach(bar => bar.grow(clock));
    }
  }

  take(answer) {
    const tasks = answer.tasks ?? answer.calls;
    this.#lay(tasks);
    tasks.forEach((task, index) => this.#bars[index].take({ ...task, thread: '' }, wordsOf(task)));
    this.#frame.take(answer, `on ${listed([...new Set(tasks.map(({ thread }) => thread).filter(Boolean))])}`);
  }

  cut() {
    this.#isCut = true;
    this.#bars.forEach(bar => bar.cut('no answer'));
    this.#frame.cut();
  }

  /** A bar for each name; those that are there stay. New ones, as of a late prediction, join the run where it is. */
  #lay(tasks) {
    const names = JSON.stringify(tasks.map(({ name }) => name));
    if (names !== this.#names) {
      this.#names = names;
      this.#bars = tasks.map(({ name }) => new Bar(name));
      this.#list.replaceChildren(...this.#bars.map(({ element }) => element));
      if (this.#frame.running || this.#isCut) {
        this.#bars.forEach(bar => bar.begin());
      }
      if (this.#isCut) {
        this.#bars.forEach(bar => bar.cut('no answer'));
      }
    }
  }
}

const wordsOf = ({ outcome, predicted }) =>
  failureWords({ outcome }) || (typeof predicted === 'number' ? `predicted ${seconds(predicted)}` : '');
