/* In which order calls are made: the service's words, which paint a picture, and what engineers call it. */
const TERMS = { 'in line': 'sequential', 'at once': 'concurrent' };

export const ORDERS = Object.keys(TERMS);

export const termOf = order => TERMS[order];

/** "in line (sequential)" */
export const orderWords = order => (TERMS[order] ? `${order} (${TERMS[order]})` : order);
