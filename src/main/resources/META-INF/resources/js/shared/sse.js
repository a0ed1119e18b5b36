/* Server-Sent Events over fetch(): EventSource would hide the body of a refusal and reconnect by itself. */

/** Takes the text of an event stream in pieces cut anywhere, and hands out the events that are whole. */
export class SseParser {
  #rest = '';
  #name = '';
  #data = [];
  #first = true;

  /** @returns {{name: string, data: string}[]} the events that this piece completes */
  push(piece) {
    let text = this.#rest + piece;
    if (this.#first && text !== '') {
      this.#first = false;
      text = text.replace(/^\ufeff/, '');
    }
    // A carriage return at the very end may be half of a line end: it waits for the next piece.
    const held = text.endsWith('\r') ? '\r' : '';
    const lines = text.slice(0, text.length - held.length).split(/\r\n|\n|\r/);
    this.#rest = lines.pop() + held;
    return lines.map(line => this.#line(line)).filter(event => event !== null);
  }

  #line(line) {
    if (line === '') {
      return this.#dispatch();
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') {
      this.#name = value;
    } else if (field === 'data') {
      this.#data.push(value);
    }
    return null; // a comment has an empty field name; `id` and `retry` are for those who reconnect
  }

  #dispatch() {
    const event = this.#data.length === 0 ? null : { name: this.#name || 'message', data: this.#data.join('\n') };
    this.#name = '';
    this.#data = [];
    return event;
  }
}

/**
 * The events of a response, as they come, their data read as JSON.
 *
 * @param {(() => void)=} alive called for each piece that arrives, heartbeats included
 */
export async function* eventsOf(response, alive = () => {}) {
  const parser = new SseParser();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      alive();
      for (const { name, data } of parser.push(piece.value)) {
        yield { name, data: JSON.parse(data) };
      }
    }
  } finally {
    await reader.cancel().catch(() => {}); // whoever stops reading also closes the connection
  }
}
