/* What the browser keeps for this page from visit to visit. It may be forbidden to, full, or hold anything: then nothing is kept. */

const PREFIX = 'newsfan.';

/** @returns {*} what was kept, as JSON has it, or null */
export function recall(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name));
  } catch {
    return null;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // the page does without
  }
}
