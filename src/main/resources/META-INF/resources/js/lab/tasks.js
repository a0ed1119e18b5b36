import { el } from '../dom.js';
import { listed, seconds } from '../words.js';
import { Frame } from './frame.js';
import { Row } from './row.js';

/** Where each task begins and how long it takes, in line or at once. After one that can't be predicted nobody knows. */
export function schedule(lengths, inLine) {
  let from = 0;
  return lengths.map(length => {
    const known = length !== null && from !== null;
    const prediction = known ? { from, length } : null;
    if (inLine) {
      from = known ? from + length : null;
    }
    return prediction;
  });
}

const failed = { error: 'failed', timeout: 'timed out' };

/** A lane with a bar for each task of an answer. */
export class TasksLane {
  #rows = [];
  #names = '';
  #list;
  #frame;

  /**
   * @param {{card: string, name: string, title: string}} lane
   * @param {(fields: Object) => {name: string, length: ?number}[]} tasksOf what the page predicts
   */
  constructor({ card, name, title }, tasksOf) {
    this.inLine = name === 'sync';
    this.tasksOf = tasksOf;
    this.#list = el('ul', { 'aria-label': `Tasks of ${title}` });
    this.#frame = new Frame(card, title, this.#list);
    this.element = this.#frame.element;
  }

  get furthest() {
    return Math.max(0, ...this.#rows.map(row => row.furthest));
  }

  expect(fields) {
    this.#lay(this.tasksOf(fields));
    this.#frame.clear();
  }

  begin(now) {
    this.#frame.begin(now);
    this.#rows.forEach(row => row.begin());
  }

  grow(now) {
    const clock = this.#frame.grow(now);
    if (clock !== null) {
      this.#rows.forEach(row => row.grow(clock));
    }
  }

  take(answer) {
    const tasks = answer.tasks ?? answer.calls;
    this.#lay(tasks.map(({ name, predicted }) => ({ name, length: predicted ?? null })));
    tasks.forEach((task, index) => this.#rows[index].take(task, words(task)));
    this.#frame.take(answer, `on ${listed([...new Set(tasks.map(({ thread }) => thread).filter(Boolean))])}`);
  }

  cut() {
    this.#rows.forEach(row => row.cut());
    this.#frame.cut();
  }

  #lay(tasks) {
    const names = JSON.stringify(tasks.map(({ name }) => name));
    if (names !== this.#names) {
      this.#names = names;
      this.#rows = tasks.map(({ name }) => new Row(name));
      this.#list.replaceChildren(...this.#rows.map(({ element }) => element));
    }
    schedule(tasks.map(({ length }) => length), this.inLine)
      .forEach((prediction, index) => this.#rows[index].expect(prediction));
  }
}

function words({ outcome, predicted }) {
  return failed[outcome] ?? (typeof predicted === 'number' ? `predicted ${seconds(predicted)}` : '');
}
