/** A JSON body that is sent many times and encoded once. */
export class JsonText<Value> {
  /** In UTF-8. */
  readonly bytes: Uint8Array;

  /** `bytes` must be the JSON text of a `Value`. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  parse(): Value {
    return JSON.parse(new TextDecoder().decode(this.bytes)) as Value;
  }
}

/** Returns the value of a body, parsed for a `JsonText`. */
export function bodyValue(body: unknown): unknown {
  return body instanceof JsonText ? body.parse() : body;
}
