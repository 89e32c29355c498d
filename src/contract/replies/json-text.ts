import { gunzipSync } from 'node:zlib';

/** The content coding of a stored body (RFC 9110, section 8.4.1). */
export type JsonEncoding = 'identity' | 'gzip';

/** A JSON body that is sent many times and encoded once. */
export class JsonText<Value> {
  /** In UTF-8, in the encoding. */
  readonly bytes: Uint8Array;
  readonly encoding: JsonEncoding;

  /** `bytes` must be the JSON text of a `Value`. */
  constructor(bytes: Uint8Array, encoding: JsonEncoding = 'identity') {
    this.bytes = bytes;
    this.encoding = encoding;
  }

  parse(): Value {
    const text = this.encoding === 'gzip' ? gunzipSync(this.bytes) : this.bytes;
    return JSON.parse(new TextDecoder().decode(text)) as Value;
  }
}

/** Returns the value of a body, parsed for a `JsonText`. */
export function bodyValue(body: unknown): unknown {
  return body instanceof JsonText ? body.parse() : body;
}
