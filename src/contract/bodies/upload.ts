/** A file that came with a request: staged and hashed, but not kept. */
export interface Upload<S extends Staged = Staged> {
  /** The client's name for it, as sent. */
  readonly fileName: string;
  readonly staged: S;
}

/** Bytes that go away with the request unless somebody takes them over. */
export interface Staged {
  /** Removes the bytes unless they were taken over. May be called again. Never throws. */
  discard(): Promise<void>;
}
