/* How numbers, times and names are said. Pure functions. */

const NO_BREAK = '\u00a0';
const MINUTE = 60_000;
const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const DAY_AND_TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });

/** "2.01 s": as many decimals as say something. */
export function seconds(value) {
  const decimals = value === 0 ? 0 : value < 0.1 ? 3 : value < 100 ? 2 : 0;
  return `${value.toFixed(decimals)}${NO_BREAK}s`;
}

/** "210 µs". */
export const micros = value => `${value}${NO_BREAK}µs`;

/** "1.2 s", for a clock that runs. */
export const runningSeconds = value => `${Math.max(0, value).toFixed(1)}${NO_BREAK}s`;

/** "10 s", for what was configured. */
export const plainSeconds = value => `${Number(value.toFixed(3))}${NO_BREAK}s`;

/** "12 s", "5 min", "3 h", "2 days": for what needn't be said exactly. */
export function longSpan(value) {
  if (value < 1) {
    return `less than 1${NO_BREAK}s`;
  }
  const minutes = Math.floor(value / 60);
  if (minutes < 60) {
    return minutes < 1 ? `${Math.floor(value)}${NO_BREAK}s` : `${minutes}${NO_BREAK}min`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours}${NO_BREAK}h` : `${Math.floor(hours / 24)}${NO_BREAK}days`;
}

export const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

export const capital = word => word.charAt(0).toUpperCase() + word.slice(1);

/** "a", "a and b", "a, b and c". */
export const listed = words =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const NAMED = 3;

/** "a, b and c", and of more than that "a, b, c and 14 more". */
export const named = words =>
  listed(words.length > NAMED + 1 ? [...words.slice(0, NAMED), `${words.length - NAMED} more`] : words);

/** The date as a Date, or null if there is none that can be understood. */
export function dateOf(text) {
  const date = new Date(text ?? NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** "3 hours ago", "yesterday", and the day itself when it is long ago or still to come. */
export function ago(date, now = new Date()) {
  const minutes = Math.floor((now - date) / MINUTE);
  if (minutes < -1 || minutes >= 30 * 24 * 60) {
    return DAY.format(date);
  }
  if (minutes < 1) {
    return 'just now';
  }
  if (minutes < 60) {
    return RELATIVE.format(-minutes, 'minute');
  }
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? RELATIVE.format(-hours, 'hour') : RELATIVE.format(-Math.floor(hours / 24), 'day');
}

export const fullDate = date => DAY_AND_TIME.format(date);
