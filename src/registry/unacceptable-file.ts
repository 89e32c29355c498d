/** An ecosystem rejects a file. The message is the problem and the remedy. */
export class UnacceptableFile extends Error {
  override readonly name = 'UnacceptableFile';
}
