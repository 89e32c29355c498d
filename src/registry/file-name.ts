/** The name of a published file, from the name that the client sent. */
import { Failure } from '../model/failure.ts';
import { longest } from '../model/limits.ts';

/**
 * Returns the last segment of the name, with the separators of any system. The name is displayed and part of download
 * URLs, but never used as a path. Throws `unacceptable-file` if the name cannot be part of a URL.
 */
export function keptFileName(sent: string): string {
  const name = sent.split(/[/\\]/).at(-1) ?? '';
  if (name === '' || name === '.' || name === '..') throw unusable('is not a file name');
  // Control characters break headers, terminals and lists. Lone surrogates cannot be encoded in a URL. U+FFFD replaces
  // bytes that were not UTF-8, so the file could not be requested under the name that it was sent with.
  if (/[\p{Cc}\ufffd]/u.test(name) || !name.isWellFormed())
    throw unusable('has invalid characters, such as a line break or bytes that are not UTF-8');
  const bytes = Buffer.byteLength(name);
  if (bytes > longest.fileName) throw unusable(`has ${bytes} bytes; the maximum is ${longest.fileName}`);
  return name;
}

function unusable(reason: string): Failure {
  return new Failure('unacceptable-file', `The file's name ${reason}. Rename the file and publish it again.`);
}
