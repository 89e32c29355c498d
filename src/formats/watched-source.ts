/**
 * Passes pieces on and remembers whether getting them failed: decoders report the failures of their source just as they
 * report damaged bytes, but only damaged bytes are the fault of whoever sent them.
 */
export class WatchedSource implements AsyncIterable<Uint8Array> {
  #failure: { readonly error: unknown } | undefined;
  readonly #content: AsyncIterable<Uint8Array>;

  constructor(content: AsyncIterable<Uint8Array>) {
    this.#content = content;
  }

  /** Throws the source's own error again, if it had one. */
  throwIfFailed(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  /** Not a generator: into that, a failing decoder would throw its error, which would then look like the source's. */
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
