import { byId, el, say } from '../shared/dom.js';
import { readJson } from '../shared/http.js';

const FEW = 4;
const ROOMY = matchMedia('(min-width: 40rem)');

/** The switches that make a source's stub faster, slower or fail. There are none outside dev mode. */
export class FaultSwitches {
  #section = byId('faults');
  #list = byId('fault-sources');
  #status = byId('fault-status');
  #buttons = new Map(); // by source, then by kind
  #offered = '';

  offer({ sources, troubles }) {
    this.#section.hidden = troubles.length === 0;
    const offered = JSON.stringify([sources.map(({ name }) => name), troubles]);
    if (offered !== this.#offered) {
      this.#offered = offered;
      this.#section.open = sources.length <= FEW && ROOMY.matches;
      this.#buttons.clear();
      this.#list.replaceChildren(...(troubles.length === 0 ? [] : sources.map(({ name }) => this.#row(name, troubles))));
    }
    sources.forEach(({ name, trouble }) => this.#show(name, trouble));
  }

  #row(name, troubles) {
    const buttons = troubles.map(kind => {
      const button = el('button', { type: 'button', class: 'switch', 'data-kind': kind }, kind);
      button.addEventListener('click', () => this.#make(name, kind));
      return [kind, button];
    });
    this.#buttons.set(name, new Map(buttons));
    return el('li', {},
      el('span', { class: 'source' }, name), ' ',
      el('div', { class: 'switches', role: 'group', 'aria-label': `Trouble for ${name}` },
        ...buttons.map(([, button]) => button)));
  }

  async #make(name, kind) {
    try {
      const path = `/sources/${encodeURIComponent(name)}/trouble?${new URLSearchParams({ kind })}`;
      const { trouble } = await readJson(path, { method: 'PUT' });
      this.#show(name, trouble);
      say(this.#status, '');
    } catch (failure) {
      say(this.#status, `${name} stays as it is: ${failure.message}`);
    }
  }

  #show(name, trouble) {
    this.#buttons.get(name)?.forEach((button, kind) => button.setAttribute('aria-pressed', String(kind === trouble)));
  }
}
