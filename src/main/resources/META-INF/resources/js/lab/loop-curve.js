import { el, say, svg } from '../shared/dom.js';
import { count, seconds } from '../shared/words.js';
import { stretched } from './dense-bars.js';
import { STANDS_STILL } from './verdicts.js';

const MISSED = 3; // beats that don't come are a loop that stands still
const MOST = 48; // pixels of height
const ALL = 320;

/** The curve of one event loop: a spike for each beat, and a flat line in red where beats were missing. */
export class LoopCurve {
  #curve = svg('path', { class: 'curve' });
  #flat = svg('path', { class: 'flat' });
  #svg = stretched(this.#curve, this.#flat);
  #band = el('span', { class: 'band', hidden: true });
  #words = el('span', { class: 'state' });

  constructor(loop, { loops }) {
    this.element = el('li', { class: 'loop-curve' }, el('code', { class: 'thread' }, loop), ' ', this.#words,
      el('span', { class: 'dense-bars track', 'aria-hidden': 'true' }, this.#band, this.#svg));
    this.element.style.setProperty('--height', `${Math.max(14, Math.min(MOST, ALL / loops))}px`);
  }

  /** @param {{at: number, pause: number}[]} beats @param {number} known until then nothing else has happened */
  draw(beats, { every, known }) {
    const gaps = gapsOf(beats, every, known);
    const width = widthOf(every);
    this.#curve.setAttribute('d', curveOf(beats, every, known));
    this.#flat.setAttribute('d', gaps.map(({ from, to }) => `M${from + width} 50H${to}`).join(''));
    this.element.classList.toggle('frozen', gaps.length > 0);
    const silent = gaps.find(({ to }) => to > beats.at(-1).at);
    const longest = Math.max(0, ...beats.slice(1).map(({ pause }) => pause));
    say(this.#words, silent ? `silent for ${seconds(silent.to - silent.from)}`
      : longest > 0 ? `longest pause ${seconds(longest)}` : '');
  }

  /** What the service itself counted during the run. */
  take({ beats, longest_pause: pause }) {
    this.element.classList.toggle('frozen', pause > STANDS_STILL);
    say(this.#words, `${count(beats, 'beat')}, longest pause ${seconds(pause)}`);
  }

  /** The time of the run, behind the curve. */
  band(from, length, expected) {
    this.#band.hidden = length === null;
    this.#band.classList.toggle('expected', expected);
    this.#band.style.setProperty('--from', from);
    this.#band.style.setProperty('--length', length ?? 0);
  }

  fit(from, span) {
    this.#svg.setAttribute('viewBox', `${from} 0 ${span} 100`);
  }
}

const widthOf = every => every * 0.6;

/** From before the first beat to where the last is known to be over. */
function curveOf(beats, every, known) {
  if (beats.length === 0) {
    return '';
  }
  const start = Math.max(0, beats[0].at - beats[0].pause);
  const end = Math.max(known, beats.at(-1).at + widthOf(every));
  return `M${start} 50${beats.map(({ at }) => spike(at, every)).join('')}H${end}`;
}

/** A beat as a doctor would see it; there is room for it before the next. */
function spike(at, every) {
  const step = widthOf(every) / 3;
  return `H${at}L${at + step} 8L${at + 2 * step} 84L${at + 3 * step} 50`;
}

/** Where more beats than one were missing. The first beat's pause reaches back to before anybody looked. */
function gapsOf(beats, every, known) {
  const gaps = beats.slice(1).filter(({ pause }) => pause > MISSED * every)
    .map(({ at, pause }) => ({ from: at - pause, to: at }));
  const last = beats.at(-1);
  return last && known - last.at > MISSED * every ? [...gaps, { from: last.at, to: known }] : gaps;
}
