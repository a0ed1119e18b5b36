/* How much faster one way is than another. Pure functions. */

/** What the others are compared with: sync, and if it isn't there, the slowest. @param {{mode: string, total: ?number}[]} results */
export function baseline(results) {
  const done = results.filter(result => result.total !== undefined);
  return done.find(({ mode }) => mode === 'sync')
    ?? (results.some(({ mode }) => mode === 'sync') ? undefined : done.sort((a, b) => b.total - a.total)[0]);
}

/** "3.0 times as fast as sync", or nothing if there is nothing to compare. */
export function ratio(result, base) {
  if (!base || result.mode === base.mode || !(result.total > 0) || !(base.total > 0)) {
    return '';
  }
  const faster = base.total / result.total;
  const slower = result.total / base.total;
  if (faster.toFixed(1) === '1.0' || slower.toFixed(1) === '1.0') {
    return `as fast as ${base.mode}`;
  }
  return faster > 1
    ? `${faster.toFixed(1)} times as fast as ${base.mode}`
    : `${slower.toFixed(1)} times as long as ${base.mode}`;
}
