/** Bytes that break their own format, or a limit set on it: one sentence saying what was wrong and what would be right. */
export class MalformedFile extends Error {
  override readonly name = 'MalformedFile';
}
