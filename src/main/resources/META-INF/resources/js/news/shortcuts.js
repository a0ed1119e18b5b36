import { byId } from '../shared/dom.js';
import { recall, remember } from '../shared/store.js';

const OFF = 'keys-off';
const TYPING = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit])';

/** Reading by keys: j and k go from article to article, o opens one, ? tells of it. They can be switched off. */
export class Shortcuts {
  #list = byId('articles');
  #help = byId('keys');
  #switch = byId('keys-on');
  #current = null;
  #actions = {
    j: () => this.#go(1),
    k: () => this.#go(-1),
    o: () => this.#current?.querySelector('a')?.click(),
    '?': () => this.#explain(),
  };

  constructor() {
    this.#switch.checked = recall(OFF) !== true;
    this.#switch.addEventListener('change', () => remember(OFF, !this.#switch.checked));
    this.#list.addEventListener('focusin', ({ target }) => { this.#current = target.closest('.article'); });
    document.addEventListener('keydown', press => this.#pressed(press));
  }

  #pressed(press) {
    const action = this.#actions[press.key];
    const meant = !press.ctrlKey && !press.altKey && !press.metaKey && !press.isComposing && !press.defaultPrevented;
    if (action && meant && this.#switch.checked && !press.target.closest?.(TYPING)) {
      press.preventDefault(); // some browsers look for what is typed
      action();
    }
  }

  /** @param {number} step 1 or -1; the first or last article is followed by none */
  #go(step) {
    const next = this.#current?.isConnected
      ? step > 0 ? this.#current.nextElementSibling : this.#current.previousElementSibling
      : this.#firstInSight();
    if (next) {
      (next.querySelector('a') ?? next).focus({ preventScroll: true });
      next.scrollIntoView({ block: 'nearest' });
    }
  }

  #firstInSight() {
    return [...this.#list.children].find(article => article.getBoundingClientRect().top >= 0) ?? this.#list.firstElementChild;
  }

  #explain() {
    this.#help.open = !this.#help.open;
    if (this.#help.open) {
      this.#help.querySelector('summary').focus();
    }
  }
}
