/**
 * Passes chunks on and remembers whether the source failed: decoders report failures of their source like damaged
 * bytes, but only damaged bytes are the fault of the client.
 */
export class WatchedSource implements AsyncIterable<Uint8Array> {
  #failure: { readonly error: unknown } | undefined;
  readonly #content: AsyncIterable<Uint8Array>;

  constructor(content: AsyncIterable<Uint8Array>) {
    this.#content = content;
  }

  /** Throws the source's error again, if there was one. */
  throwIfFailed(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  /** Not a generator: a failing decoder would throw its error into it, which would look like an error of the source. */
  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    const pieces = this.#content[Symbol.asyncIterator]();
    return {
      next: () => this.#watch(pieces.next()),
      return: async () => (await pieces.return?.()) ?? { done: true, value: undefined },
    };
  }

  async #watch<T>(step: Promise<T>): Promise<T> {
    try {
      return await step;
    } catch (error) {
      this.#failure = { error };
      throw error;
    }
  }
}
