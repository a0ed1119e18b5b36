import { el, scrolled, svg } from '../dom.js';
import { count, seconds } from '../words.js';
import { Frame } from './frame.js';
import { barIn, Strip } from './strip.js';

const CALLS = 20;
const ALL = [...Array(CALLS).keys()];
const COLOURS = 8; // the same come again: neighbours still differ

/** The calls of one client, each in the colour of its connection. */
export class ConnectionsLane {
  #frame;
  #strip = new Strip();
  #calls = el('tbody');
  #details;
  #end = 0;
  #clock = null;

  constructor({ card, title }) {
    this.#details = el('details', { class: 'calls', hidden: true }, el('summary', {}, 'All calls'),
      scrolled(`Calls: ${title}`, el('table', {},
        el('thead', {}, el('tr', {}, ...['Call', 'Began', 'Took', 'Port', 'Protocol', 'Thread']
          .map(name => el('th', { scope: 'col' }, name)))),
        this.#calls)));
    this.#frame = new Frame(card, title, this.#strip.element);
    this.element = this.#frame.element;
    this.element.append(this.#details);
    this.#strip.rows(CALLS);
  }

  get furthest() {
    return Math.max(this.#end, this.#clock ?? 0);
  }

  expect() {
    this.#end = 0;
    this.#clock = null;
    this.#strip.draw();
    this.#details.hidden = true;
    this.#frame.clear();
  }

  begin(now) {
    this.#frame.begin(now);
  }

  grow(now) {
    this.#clock = this.#frame.grow(now);
    if (this.#clock !== null) {
      this.#strip.draw(svg('path', { class: 'caller running', d: ALL.map(row => barIn(row, 0, this.#clock)).join('') }));
    }
  }

  take(answer) {
    const { calls, client, order, measured, predicted } = answer;
    this.#clock = null;
    this.#end = Math.max(predicted.total_time ?? 0, ...calls.map(({ started, elapsed }) => started + elapsed));
    this.#picture(answer);
    this.#calls.replaceChildren(...calls.map(lineOf));
    this.#details.hidden = false;
    const protocols = [...new Set(calls.map(({ protocol }) => protocol))].join(', ');
    this.#frame.take(answer, `${client}, ${order}: ${count(calls.length, 'call')} over `
      + `${count(measured.connections, 'connection')} (${protocols})`);
  }

  cut() {
    this.#clock = null;
    this.#strip.draw();
    this.#frame.cut();
  }

  fit(span) {
    this.#strip.fit(span);
  }

  #picture({ calls, predicted: { total_time: predicted } }) {
    const ports = [...new Set(calls.map(({ port }) => port))];
    const bars = calls.map(({ started, elapsed, port }, row) => svg('path', {
      class: 'caller connection',
      'data-colour': ports.indexOf(port) % COLOURS,
      d: barIn(row, started, started + elapsed),
    }));
    this.#strip.rows(calls.length);
    this.#strip.draw(...bars, svg('path', { class: 'outline', d: predicted ? `M0 0H${predicted}V${calls.length}H0Z` : '' }));
  }
}

const lineOf = ({ started, elapsed, port, protocol, thread }, index) => el('tr', {},
  el('th', { scope: 'row' }, String(index + 1)),
  ...[seconds(started), seconds(elapsed), String(port), protocol, thread].map(text => el('td', {}, text)));
