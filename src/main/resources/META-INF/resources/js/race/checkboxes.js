import { el } from '../shared/dom.js';

/** A group of checkboxes. Names that aren't known are left out. */
export class CheckboxGroup {
  #boxes = [];

  constructor(container, changed) {
    this.container = container;
    container.addEventListener('change', () => changed());
  }

  /** @param {{name: string, label: string}[]} options @param {?string[]} chosen null chooses all */
  offer(options, chosen) {
    const known = options.filter(({ name }) => chosen?.includes(name));
    this.#boxes = options.map(({ name, label }) => {
      const box = el('input', { type: 'checkbox', value: name });
      box.checked = known.length === 0 || known.some(option => option.name === name);
      return { box, label };
    });
    this.container.replaceChildren(...this.#boxes.map(({ box, label }) => el('label', {}, box, ` ${label}`)));
  }

  get all() {
    return this.#boxes.map(({ box }) => box.value);
  }

  get chosen() {
    return this.#boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
  }

  set disabled(disabled) {
    this.#boxes.forEach(({ box }) => { box.disabled = disabled; });
  }
}
