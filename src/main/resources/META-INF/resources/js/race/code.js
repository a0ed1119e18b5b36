import { el, say, scrolled } from '../shared/dom.js';
import { readText } from '../shared/http.js';
import { capital } from '../shared/words.js';

const KEYWORDS = ['boolean', 'catch', 'class', 'default', 'else', 'final', 'finally', 'for', 'if', 'implements', 'import',
  'instanceof', 'int', 'interface', 'long', 'new', 'null', 'package', 'private', 'public', 'record', 'return', 'sealed',
  'static', 'switch', 'this', 'throw', 'throws', 'try', 'var', 'void', 'while'];
const TOKENS = new RegExp(
  String.raw`(?<comment>/\*[\s\S]*?\*/|//[^\n]*)|(?<string>"(?:\\.|[^"\\\n])*")|\b(?<keyword>${KEYWORDS.join('|')})\b`, 'g');

/** Java source as nodes: comments, strings and keywords in spans, all the rest as it is. */
function* coloured(code) {
  let end = 0;
  for (const match of code.matchAll(TOKENS)) {
    const [kind] = Object.entries(match.groups).find(([, text]) => text !== undefined);
    yield code.slice(end, match.index);
    yield el('span', { class: kind }, match[0]);
    end = match.index + match[0].length;
  }
  yield code.slice(end);
}

/** A button, and the source code that it shows, fetched from the service when it is first wanted. */
export class CodeView {
  #loaded = false;

  constructor(mode, path) {
    this.path = path;
    this.file = path.replace(/.*\//, '');
    const id = `code-${mode}`;
    this.button = el('button', { type: 'button', class: 'quiet', 'aria-expanded': 'false', 'aria-controls': id });
    say(this.button, `Code of ${mode}`);
    this.code = el('code');
    this.panel = el('div', { class: 'code', id, hidden: true },
      el('p', { class: 'about' }, `${this.file}: ${capital(mode)} as it was compiled into this service`),
      scrolled(this.file, el('pre', {}, this.code)));
    this.button.addEventListener('click', () => this.#toggle());
  }

  async #toggle() {
    const show = this.panel.hidden;
    this.panel.hidden = !show;
    this.button.setAttribute('aria-expanded', String(show));
    if (show && !this.#loaded) {
      say(this.code, 'Loading …');
      try {
        this.code.replaceChildren(...coloured(await readText(this.path)));
        this.#loaded = true;
      } catch (failure) {
        say(this.code, `The code can’t be had: ${failure.message}`);
      }
    }
  }
}
