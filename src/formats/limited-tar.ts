/**
 * Limits the extension headers of a tar archive: the library holds all of them in memory and copies the global ones for
 * each entry.
 */
// oxlint-disable no-underscore-dangle -- The library names its internals like this.
import { extract } from 'tar-stream';
import { MalformedFile } from './malformed-file.ts';

/** In bytes: Linux has no longer paths. */
export const LONGEST_PATH = 4096;

const MOST_PAX_BYTES = 64 * 1024;
/** tar(5) names some twenty; GNU tar and some libraries add a few of their own. */
const MOST_PAX_KEYS = 64;

type Extractor = ReturnType<typeof extract>;

/**
 * The internals of the library that parse such headers. They are not in its types, so package.json has an exact
 * version, and the tests of the limits fail if one is renamed.
 */
interface Internals {
  _consumeHeader(): boolean;
  _decodeLongHeader(bytes: Uint8Array): void;
  _continueWrite(error: Error | null): void;
  readonly _longHeader: boolean;
  readonly _header: { readonly type: string; readonly size: number } | null;
  readonly _pax: object | null;
  readonly _paxGlobal: object | null;
}

// The option is missing from the library's types. tar(5): archives of the old (v7) format have no magic.
const OPTIONS = { allowUnknownFormat: true } as Parameters<typeof extract>[0];

/** Returns the library's parser. It fails with `MalformedFile` for a header over a limit, and for a GNU sparse file. */
export function limitedExtract(): Extractor {
  const parser = extract(OPTIONS) as Extractor & Internals;
  const consumeHeader = parser._consumeHeader.bind(parser);
  const decodeLongHeader = parser._decodeLongHeader.bind(parser);
  const continueWrite = parser._continueWrite.bind(parser);
  const headerFault = (): MalformedFile | undefined =>
    parser._longHeader && parser._header ? sizeFault(parser._header) : undefined;
  parser._consumeHeader = () => {
    if (!consumeHeader()) return false;
    const fault = headerFault();
    if (fault !== undefined) continueWrite(fault);
    return fault === undefined;
  };
  // The library has its own limit, 4 MiB, but its error does not mention it.
  parser._continueWrite = (error) => continueWrite(error && (headerFault() ?? error));
  parser._decodeLongHeader = (bytes) => {
    decodeLongHeader(bytes);
    checkKeys({ ...parser._paxGlobal, ...parser._pax });
  };
  return parser;
}

function sizeFault({ type, size }: { readonly type: string; readonly size: number }): MalformedFile | undefined {
  const isPax = type.startsWith('pax-');
  // A path ends in NUL.
  if (size <= (isPax ? MOST_PAX_BYTES : LONGEST_PATH + 1)) return undefined;
  if (!isPax) return longPath();
  return new MalformedFile(`The tar archive has a pax header of ${size} bytes; the maximum is ${MOST_PAX_BYTES}.`);
}

function checkKeys(pax: object): void {
  const keys = Object.keys(pax);
  if (keys.length > MOST_PAX_KEYS) {
    throw new MalformedFile(
      `The tar archive has ${keys.length} keys in a pax header; the maximum is ${MOST_PAX_KEYS}.`,
    );
  }
  // Readers that support them see another name and other content for the entry.
  if (keys.some((key) => key.startsWith('GNU.sparse.'))) {
    throw new MalformedFile('The tar archive has a sparse file (GNU.sparse). Pack it without the option --sparse.');
  }
}

export function longPath(): MalformedFile {
  return new MalformedFile(`The tar archive has a path of more than ${LONGEST_PATH} bytes, the maximum.`);
}
