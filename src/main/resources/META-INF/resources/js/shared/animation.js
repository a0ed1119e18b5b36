/* What moves on the page moves with the screen, or, for those who want no motion, by a calm clock. */

const CALM = matchMedia('(prefers-reduced-motion: reduce)');
const CALM_FRAME = 500;

export const isCalm = () => CALM.matches;

/** Draws the next picture when it is time for one. */
export function nextFrame(draw) {
  if (CALM.matches) {
    setTimeout(draw, CALM_FRAME);
  } else {
    requestAnimationFrame(draw);
  }
}
