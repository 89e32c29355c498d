/** A stored JSON body that is read while it is sent, so that the server never holds all of it. */
import { JsonText, type JsonEncoding } from './json-text.ts';

export class JsonStream<Value> {
  /** Opens the bytes. Not called for HEAD. */
  readonly open: () => Promise<Uint8Array | AsyncIterable<Uint8Array>>;
  readonly encoding: JsonEncoding;

  /** The bytes must be the JSON text of a `Value` in this encoding, which the header `Content-Encoding` must state. */
  constructor(open: JsonStream<Value>['open'], encoding: JsonEncoding) {
    this.open = open;
    this.encoding = encoding;
  }

  /** Returns the body in memory. */
  async read(): Promise<JsonText<Value>> {
    const content = await this.open();
    if (content instanceof Uint8Array) return new JsonText(content, this.encoding);
    const chunks: Uint8Array[] = [];
    // A chunk may change when the next one is read.
    for await (const chunk of content) chunks.push(Buffer.from(chunk));
    return new JsonText(Buffer.concat(chunks), this.encoding);
  }
}
