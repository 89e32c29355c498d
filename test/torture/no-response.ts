/** A server that may have been killed did not reply to a read. */
export class NoResponse extends Error {
  override readonly name = 'NoResponse';
}
