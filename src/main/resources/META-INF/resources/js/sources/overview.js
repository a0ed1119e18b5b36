import { badge } from '../shared/badge.js';
import { breakable, byId, el, say } from '../shared/dom.js';
import { failureWords, isOk, outcomeWords } from '../shared/outcomes.js';
import { stateLook, stateWords } from '../shared/policies.js';
import { ago, count, dateOf, fullDate, seconds } from '../shared/words.js';

const WELL = 0;
const ODD = 1; // it answers, and something wants to be seen to
const ILL = 2;

/** What an operator has to look at first. @param {Object} source of /sources; all but its name may be missing */
function illness({ last, state, moved_to: moved }) {
  const look = state ? stateLook(state, 0) : 'idle';
  if (look === 'failed' || (last && !isOk(last.outcome))) {
    return ILL;
  }
  return look === 'unasked' || moved || (last?.dropped > 0 && !(last.articles > 0)) ? ODD : WELL;
}

const LOOKS = { [ILL]: 'failed', [ODD]: 'unasked', [WELL]: 'ok' };

function lookOf(source) {
  const level = illness(source);
  return level === WELL && !source.last && !(source.state?.calls > 0) ? 'idle' : LOOKS[level];
}

/** "feed", or what was found to be one. */
const formatWords = ({ format, format_found: found }) => (found && found !== format ? `${format}: ${found}` : format ?? '');

/** What became of its last call: "10 articles in 0.12 s", "failed: it answered with status 500". */
function lastWords(last) {
  const words = isOk(last.outcome) ? outcomeWords({ articles: 0, dropped: 0, ...last }) : failureWords(last);
  const time = last.elapsed > 0 ? ` in ${seconds(last.elapsed)}` : '';
  return words + time + (last.reason ? `: ${last.reason}` : '');
}

const when = date => el('time', { datetime: date.toISOString(), title: fullDate(date) }, ago(date));

const fact = (name, ...what) => el('div', {}, el('dt', {}, name), el('dd', { dir: 'auto' }, ...what));

function facts({ name, last, newest, average_time: average, state, moved_to: moved }) {
  const asked = dateOf(last?.at);
  const published = dateOf(newest);
  return [
    last ? fact('Last call', lastWords(last), asked ? ', ' : null, asked ? when(asked) : null) : null,
    published ? fact('Newest article', when(published)) : null,
    average >= 0 ? fact('Average time', seconds(average)) : null,
    state ? fact('Now', stateWords(state, 0)) : null,
    moved ? fact('Moved', 'It has moved to ', ...breakable(moved), `: write that down as newsfan.sources.${name}.url.`) : null,
  ];
}

const item = source => el('li', { 'data-look': lookOf(source) },
  el('h3', { dir: 'auto' }, badge(source.name), source.name),
  el('p', { class: 'format' }, formatWords(source)),
  el('dl', {}, ...facts(source)));

/** How each source fares, those first that need to be looked at. */
export class SourceOverview {
  #list = byId('source-list');
  #shown = '';

  constructor() {
    addEventListener('hashchange', () => this.#openIfMeant());
    this.#openIfMeant();
  }

  /** @param {Object[]} sources of /sources */
  show(sources) {
    const sorted = sources.toSorted((one, other) => illness(other) - illness(one));
    const items = sorted.map(item);
    const shown = items.map(({ outerHTML }) => outerHTML).join();
    if (shown !== this.#shown) { // someone may be selecting text in it
      this.#shown = shown;
      this.#list.replaceChildren(...items);
    }
    const ill = sources.filter(source => illness(source) !== WELL).length;
    say(byId('sources-status'), ill === 0 ? `${count(sources.length, 'source')}, none in need of a look`
      : `${ill} of ${count(sources.length, 'source')} ${ill === 1 ? 'needs' : 'need'} a look`);
    byId('sources-status').classList.toggle('problem', ill > 0);
  }

  #openIfMeant() {
    if (location.hash === '#sources') {
      byId('sources-all').open = true;
    }
  }
}
