/**
 * Checks the names in the headers of a form's parts. The parser fails for control characters in them, and would report
 * the whole form as malformed instead of the name.
 */
import { Failure } from '../../model/failure.ts';
import { invalidRequest } from '../replies/problems.ts';

/**
 * Returns a function to be called with each chunk of a form before the parser gets it. It calls `reject` with a 400 for
 * a control character in the name of a part, and with a 422 for one in the name of a file.
 */
export function watchPartNames(contentType: string, reject: (error: Failure) => void): (chunk: Uint8Array) => void {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]*)"|([^;\s]*))/i.exec(contentType) ?? [];
  const delimiter = Buffer.from(`\r\n--${quoted ?? bare ?? ''}`);
  // The first delimiter needs no line break before it.
  let before = Buffer.from('\r\n');
  let header: string | undefined;

  return (bytes) => {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    while (at < chunk.length) {
      if (header === undefined) {
        const end = endOf(delimiter, before, chunk, at);
        before = Buffer.concat([before, chunk.subarray(Math.max(at, chunk.length - delimiter.length))]);
        before = before.subarray(1 - delimiter.length);
        if (end === undefined) return;
        header = '';
        at = end;
      } else {
        const known: number = header.length;
        const more = chunk.toString('latin1', at, at + longestHeader - known);
        header += more;
        const end = header.indexOf(blankLine, Math.max(0, known - blankLine.length + 1));
        // The parser does not wait for the rest of the name.
        if (end === -1 && /[^\P{Cc}\r\n]/u.test(more)) checkHeader(header, reject);
        // The parser fails for a longer header, and bytes after the last part are not a header.
        if (end === -1) {
          if (header.length === longestHeader) header = undefined;
          return;
        }
        checkHeader(header.slice(0, end), reject);
        header = undefined;
        before = Buffer.from('\r\n');
        at += end + blankLine.length - known;
      }
    }
  };
}

/** Returns the end of the first delimiter in `chunk` after `at`. It may begin in the bytes before. */
function endOf(delimiter: Buffer, before: Buffer, chunk: Buffer, at: number): number | undefined {
  const seam = Buffer.concat([before, chunk.subarray(at, at + delimiter.length - 1)]).indexOf(delimiter);
  if (seam !== -1) return at + seam + delimiter.length - before.length;
  const start = chunk.indexOf(delimiter, at);
  return start === -1 ? undefined : start + delimiter.length;
}

function checkHeader(header: string, reject: (error: Failure) => void): void {
  const line = header.split('\r\n').find((one) => /^content-disposition:/i.test(one)) ?? '';
  const text = Buffer.from(line, 'latin1').toString();
  for (const [, name = '', value = ''] of text.matchAll(/;[ \t]*(name|filename)=("(?:[^"\\]|\\[^])*|[^;]*)/gi)) {
    if (!/\p{Cc}/u.test(value)) continue;
    return reject(name.toLowerCase() === 'name' ? badPart(value) : badFile());
  }
}

function badPart(value: string): Failure {
  const name = value
    .replace(/^"/, '')
    .replaceAll(/\p{Cc}/gu, '\u{fffd}')
    .slice(0, longestName);
  return invalidRequest([{ path: `body.${name}`, message: 'has a control character in its name' }]);
}

function badFile(): Failure {
  const detail = "The file's name has a control character. Rename the file and publish it again.";
  return new Failure('unacceptable-file', detail);
}

const blankLine = '\r\n\r\n';
/** In bytes: the limit of the parser. */
const longestHeader = 16 * 1024;
/** In characters: enough to recognize the part. */
const longestName = 100;
