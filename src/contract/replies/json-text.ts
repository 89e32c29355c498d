/** A JSON body that is sent many times and written once. */
export class JsonText<Value> {
  /** In UTF-8. */
  readonly bytes: Uint8Array;

  /** `bytes` must be the text of a `Value`. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  parse(): Value {
    return JSON.parse(new TextDecoder().decode(this.bytes)) as Value;
  }
}

/** Returns the value of a body, which for a `JsonText` is that of its text. */
export function bodyValue(body: unknown): unknown {
  return body instanceof JsonText ? body.parse() : body;
}
