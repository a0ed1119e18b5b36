import { el } from './dom.js';

const GOLDEN_ANGLE = 137; // what stands side by side in an alphabet lies far apart

/** "WW" for world-wire, "M12" for more-12, "He" for herald. */
function initials(name) {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean).map(word => [...word]);
  return words.length > 1 ? (words[0][0] + (/^\d\d?$/.test(words[1].join('')) ? words[1].join('') : words[1][0])).toUpperCase()
    : words.length === 1 ? words[0][0].toUpperCase() + (words[0][1] ?? '') : '?';
}

/** The same name has the same colour wherever it stands, without anybody being asked for a picture. */
function hue(name) {
  const number = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9_973, 7);
  return (number * GOLDEN_ANGLE) % 360;
}

/** The initials of a source in its colour; nothing for those who hear the page, as its name stands beside. */
export function badge(name) {
  const element = el('span', { class: 'badge', 'aria-hidden': 'true' }, initials(name));
  element.style.setProperty('--hue', hue(name)); // not by an attribute, which the policy of the page forbids
  return element;
}
