/** A file in a request: staged and hashed, but not kept. */
export interface Upload<S extends Staged = Staged> {
  /** The client's name for the file, as it was sent; empty if there is none. */
  readonly fileName: string;
  /**
   * The media type, in lower case and without parameters. If the client sends none, it is empty, or `text/plain` for a
   * part of a form (RFC 7578, section 4.4).
   */
  readonly mediaType: string;
  readonly staged: S;
}

/** Bytes that are removed with the request unless they are adopted. */
export interface Staged {
  /** Removes the bytes unless they were adopted. May be called again. Never throws. */
  discard(): Promise<void>;
}
