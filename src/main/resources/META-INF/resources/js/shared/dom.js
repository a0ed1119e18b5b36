/**
 * An element with attributes and children. Strings become text nodes: nothing is ever parsed as HTML.
 * Attributes that are null, undefined or false are left out; true gives an empty one.
 */
export const el = (tag, attributes, ...children) => filled(document.createElement(tag), attributes, children);

/** The same for what is drawn. */
export const svg = (tag, attributes, ...children) =>
  filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);

function filled(element, attributes = {}, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** A text such as an address as nodes, so that it is broken between its parts rather than anywhere. */
export const breakable = text => text.split(/(?=[/?&+%])/).flatMap(part => [el('wbr'), part]);

/** An element that may be wider or longer than its place: it is scrolled there, by keyboard, too, if it has to be. */
export function scrolled(label, content) {
  const box = el('div', { class: 'scroll', role: 'group', 'aria-label': label }, content);
  const watch = new ResizeObserver(() => {
    const overflows = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
    if (overflows) {
      box.tabIndex = 0;
    } else {
      box.removeAttribute('tabindex');
    }
  });
  [box, content].forEach(element => watch.observe(element));
  return box;
}

export const byId = id => document.getElementById(id);

/** Sets a text only if it changes, so that a live region doesn't say the same twice. */
export function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Shows or hides an element by whether there is a text for it. */
export function sayOrHide(element, text) {
  say(element, text ?? '');
  element.hidden = !text;
}
