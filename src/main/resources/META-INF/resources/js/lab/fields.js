import { el } from '../shared/dom.js';

/** The fields of an experiment's form: what they ask for, and which of them is wrong. */
export class Fields {
  #hint = el('small', { class: 'field-hint' });

  constructor(form) {
    this.form = form;
    this.#hint.id = `hint-${form.closest('section').id}`;
  }

  /** What is asked for: the fields that aren't empty. */
  get values() {
    return Object.fromEntries([...new FormData(this.form)].filter(([, value]) => value !== ''));
  }

  set readOnly(readOnly) {
    this.#inputs.forEach(field => { field.readOnly = readOnly; });
  }

  /** This one was wrong when the experiment was run. */
  markInvalid(name) {
    this.form.elements[name]?.setAttribute('aria-invalid', 'true');
  }

  clearInvalid() {
    this.#inputs.forEach(field => field.removeAttribute('aria-invalid'));
  }

  /** This one would be wrong: says so beside it, and does not interrupt who is still typing. @param {HttpProblem} problem */
  showHint({ parameter, message }) {
    const field = this.form.elements[parameter];
    if (field) {
      this.#hint.textContent = message;
      field.setAttribute('aria-describedby', this.#hint.id);
      field.after(this.#hint);
    }
  }

  hideHint() {
    this.#hint.remove();
    this.#inputs.forEach(field => field.removeAttribute('aria-describedby'));
  }

  get #inputs() {
    return [...this.form.querySelectorAll('input')];
  }
}
