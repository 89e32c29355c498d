/** Bytes violate their format or a limit. The message is the problem and, if it is not obvious, the remedy. */
export class MalformedFile extends Error {
  override readonly name = 'MalformedFile';
}
