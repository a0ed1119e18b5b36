import { eventsOf } from './sse.js';
import { count } from './words.js';

/** The service said no, and why: what a problem document holds (RFC 9457). */
export class HttpProblem extends Error {
  /** @param {number=} retryAfter seconds, if the service named them @param {Object} problem what else it says */
  constructor(status, detail, retryAfter, { parameter, explain } = {}) {
    super(detail);
    this.explain = explain;
    this.status = status;
    this.retryAfter = retryAfter;
    this.parameter = parameter;
  }

  /** What it says, and when to try again, if it doesn't say that itself. */
  get words() {
    return this.message + (this.retryAfter && !/try again/i.test(this.message) ? ` Try again in ${count(this.retryAfter, 'second')}.` : '');
  }
}

/** The service can't be reached, or broke off in the middle. */
export class ConnectionLost extends Error {}

const FROM_A_PROXY = [502, 504];
const A_MOMENT = 1;

async function problemOf(response, path) {
  const problem = await response.json().catch(() => ({}));
  const ours = typeof problem?.detail === 'string';
  if (!ours && FROM_A_PROXY.includes(response.status)) {
    return new ConnectionLost(`status ${response.status}`);
  }
  const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  const detail = ours ? problem.detail : `The service answered ${path} with status ${response.status}.`;
  return new HttpProblem(response.status, detail, Number.isNaN(retryAfter) ? undefined : retryAfter,
    problem ?? {});
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, { cache: 'no-store', ...options });
  } catch (failure) {
    throw options?.signal?.aborted ? failure : new ConnectionLost(failure.message);
  }
  if (!response.ok) {
    throw await problemOf(response, path.replace(/\?.*/, ''));
  }
  return response;
}

/** An address with what is asked for; without anything to ask for, the path alone. */
export function withQuery(path, values) {
  const query = new URLSearchParams(values).toString();
  return query ? `${path}?${query}` : path;
}

export async function readJson(path, options) {
  const response = await request(path, { signal: AbortSignal.timeout(10_000), ...options });
  return response.json().catch(failure => { throw new ConnectionLost(failure.message); });
}

export async function readText(path) {
  return (await request(path)).text();
}

/**
 * The events of a stream, up to and including the one that is its last. An abort by the caller ends it quietly.
 *
 * @param {Object} how
 * @param {string[]} how.last the names of the events that may end the stream; without one of them it broke off
 * @param {AbortSignal} how.signal stops it
 * @param {number} how.patience seconds of complete silence after which the service counts as gone
 */
export async function* readEvents(path, { last, signal, patience }) {
  const silence = new SilenceTimer(patience);
  let whole = false;
  try {
    const response = await request(path, { signal: AbortSignal.any([signal, silence.signal]) });
    for await (const event of eventsOf(response, () => silence.broken())) {
      yield event;
      if (last.includes(event.name)) {
        whole = true;
        silence.allow(A_MOMENT); // the service closes; if we did, it would see a client that went away
      }
    }
    if (!whole) {
      throw new ConnectionLost('the stream ended too early');
    }
  } catch (failure) {
    if (whole || signal.aborted) {
      return;
    }
    throw failure instanceof HttpProblem ? failure : new ConnectionLost(failure.message);
  } finally {
    silence.end();
  }
}

/** Aborts when nothing, not even a heartbeat, has come for a while: a connection can be dead without anyone saying so. */
class SilenceTimer {
  #controller = new AbortController();
  #timer;
  #patience;

  constructor(patience) {
    this.allow(patience);
  }

  get signal() {
    return this.#controller.signal;
  }

  allow(patience) {
    this.#patience = patience;
    this.broken();
  }

  broken() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(), this.#patience * 1000);
  }

  end() {
    clearTimeout(this.#timer);
  }
}
