import { el, scrolled, svg } from '../shared/dom.js';
import { count, seconds } from '../shared/words.js';
import { barIn, DenseBars } from './dense-bars.js';
import { LaneFrame } from './lane-frame.js';
import { orderWords } from './orders.js';

const COLOURS = 8; // the same come again: neighbours still differ

/** The calls of one client, each in the colour of its connection. */
export class ConnectionsLane {
  #frame;
  #bars = new DenseBars();
  #calls = el('tbody');
  #details;
  #predicted = 0;
  #end = 0;
  #clock = null;

  constructor({ card, title }) {
    this.#details = el('details', { class: 'calls', hidden: true }, el('summary', {}, 'All calls'),
      scrolled(`Calls: ${title}`, el('table', {},
        el('thead', {}, el('tr', {}, ...['Call', 'Began', 'Took', 'Port', 'Protocol', 'Thread']
          .map(name => el('th', { scope: 'col' }, name)))),
        this.#calls)));
    this.#frame = new LaneFrame(card, title, this.#bars.element);
    this.element = this.#frame.element;
    this.element.append(this.#details);
  }

  get furthest() {
    return Math.max(this.#predicted, this.#end, this.#clock ?? 0);
  }

  clear() {
    this.#end = 0;
    this.#clock = null;
    this.#bars.draw();
    this.#details.hidden = true;
    this.#frame.clear();
  }

  expect(prediction) {
    this.#predicted = prediction?.total_time ?? 0;
    this.#bars.expect(prediction?.bars ?? []);
  }

  begin(now) {
    this.#frame.begin(now);
  }

  grow(now) {
    this.#clock = this.#frame.grow(now);
    if (this.#clock !== null) {
      const lines = Array.from({ length: this.#bars.rows }, (_, row) => barIn(row, 0, this.#clock));
      this.#bars.draw(svg('path', { class: 'caller running', d: lines.join('') }));
    }
  }

  take(answer) {
    const { calls, client, order, measured } = answer;
    this.#clock = null;
    this.#end = Math.max(...calls.map(({ started, elapsed }) => started + elapsed));
    this.#picture(calls);
    this.#calls.replaceChildren(...calls.map(lineOf));
    this.#details.hidden = false;
    const protocols = [...new Set(calls.map(({ protocol }) => protocol))].join(', ');
    this.#frame.take(answer, `${client}, ${orderWords(order)}: ${count(calls.length, 'call')} over `
      + `${count(measured.connections, 'connection')} (${protocols})`);
  }

  cut() {
    this.#clock = null;
    this.#bars.draw();
    this.#frame.cut();
  }

  fit(span) {
    this.#bars.fit(span);
  }

  #picture(calls) {
    const ports = [...new Set(calls.map(({ port }) => port))];
    this.#bars.rows = calls.length;
    this.#bars.draw(...calls.map(({ started, elapsed, port }, row) => svg('path', {
      class: 'caller connection',
      'data-colour': ports.indexOf(port) % COLOURS,
      d: barIn(row, started, started + elapsed),
    })));
  }
}

const lineOf = ({ started, elapsed, port, protocol, thread }, index) => el('tr', {},
  el('th', { scope: 'row' }, String(index + 1)),
  ...[seconds(started), seconds(elapsed), String(port), protocol, thread].map(text => el('td', {}, text)));
