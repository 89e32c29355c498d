/** A file that came with a request: staged and hashed, but not kept. */
export interface Upload<S extends Staged = Staged> {
  /** The client's name for it, as sent; the empty string where it has none. */
  readonly fileName: string;
  /**
   * As sent, in lower case and without parameters. Where the client names none, the empty string, and `text/plain` for a
   * part of a form (RFC 7578, section 4.4).
   */
  readonly mediaType: string;
  readonly staged: S;
}

/** Bytes that go away with the request unless somebody takes them over. */
export interface Staged {
  /** Removes the bytes unless they were taken over. May be called again. Never throws. */
  discard(): Promise<void>;
}
