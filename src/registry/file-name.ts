/** What is kept of the name that a client gives to its file. */
import { RegistryError } from '../model/failure.ts';
import { longest } from '../model/limits.ts';

/**
 * The last segment of the name, whichever way its system separates segments. The name is shown and downloaded under, and
 * never used as a path. Throws `unacceptable-file` for a name that no client could ask for.
 */
export function keptFileName(sent: string): string {
  const name = sent.split(/[/\\]/).at(-1) ?? '';
  if (name === '' || name === '.' || name === '..') throw unusable('is no name of a file');
  // Control characters break headers, terminals and lists. Lone surrogates cannot be written in a URL. U+FFFD stands for
  // bytes that were no UTF-8: kept with it, the file could not be asked for under the name that it was sent with.
  if (/[\p{Cc}\ufffd]/u.test(name) || !name.isWellFormed())
    throw unusable('holds characters that cannot be kept, such as a line break or what is no UTF-8');
  const bytes = Buffer.byteLength(name);
  if (bytes > longest.fileName) throw unusable(`has ${bytes} bytes; at most ${longest.fileName} can be kept`);
  return name;
}

function unusable(reason: string): RegistryError {
  return new RegistryError('unacceptable-file', `The file's name ${reason}. Rename the file and publish it again.`);
}
