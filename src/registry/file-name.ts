/** The names of published files. They are displayed and part of download URLs, but never used as paths of the server. */
import { Failure } from '../model/failure.ts';
import { longest } from '../model/limits.ts';

/** In bytes: the limit of most file systems (NAME_MAX), so that clients can store the file under its name. */
const longestSegment = 255;

/** Returns the last segment of a name that a client sent, with the separators of any system. Throws `unacceptable-file`. */
export function keptFileName(sent: string): string {
  const name = sent.split(/[/\\]/).at(-1) ?? '';
  checkFileName(name);
  return name;
}

/** Checks a name, which may have segments separated by slashes. Throws `unacceptable-file` if it cannot be part of a URL. */
export function checkFileName(name: string): void {
  // Control characters break headers, terminals and lists. Lone surrogates cannot be encoded in a URL. U+FFFD replaces
  // bytes that were not UTF-8, so the file could not be requested under the name that it was sent with.
  if (/[\p{Cc}\ufffd]/u.test(name) || !name.isWellFormed())
    throw unusable('has invalid characters, such as a line break or bytes that are not UTF-8');
  const segments = name.split('/');
  if (segments.some((segment) => ['', '.', '..'].includes(segment))) throw unusable('is not a file name');
  const longestOfAll = Math.max(...segments.map((segment) => Buffer.byteLength(segment)));
  if (longestOfAll > longestSegment) throw unusable(`has ${longestOfAll} bytes; the maximum is ${longestSegment}`);
  const bytes = Buffer.byteLength(name);
  if (bytes > longest.fileName) throw unusable(`has ${bytes} bytes; the maximum is ${longest.fileName}`);
}

function unusable(reason: string): Failure {
  return new Failure('unacceptable-file', `The file's name ${reason}. Rename the file and publish it again.`);
}
