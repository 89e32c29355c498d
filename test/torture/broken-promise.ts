/** A promise of a server that does not hold, for people. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}
