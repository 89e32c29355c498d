/** The names of the files of source packages (dpkg-source(1), section "Source package formats"). */
import { quoted } from '../../../formats/quoted.ts';
import { UnacceptableFile } from '../../../registry/unacceptable-file.ts';

export interface SourceFileName {
  /** The name of the source package. */
  readonly source: string;
  /** The rest of the name without `_`: the version without its epoch, and the kind, such as `1.0.orig.tar.gz`. */
  readonly rest: string;
  /** The version without its epoch; of an upstream file, without its revision. */
  readonly version: string;
  readonly kind: SourceFileKind;
  /** The component of an upstream archive; undefined for the main one and for other files. */
  readonly component: string | undefined;
  readonly compression: 'gz' | 'bz2' | 'xz' | 'lzma';
  /** Whether it is the signature of that file. */
  readonly isSignature: boolean;
}

/** `native`: the whole source, without an upstream archive. */
export type SourceFileKind = 'native' | 'orig' | 'debian' | 'diff';

const NAME =
  /^(?<source>[^_]+)_(?<rest>(?<version>\d[A-Za-z0-9.+~-]*)\.(?<kind>tar|diff)\.(?<compression>gz|bz2|xz|lzma)(?<signature>\.asc)?)$/;
const ORIG = /^(?<version>.+)\.orig(?:-(?<component>[A-Za-z0-9-]+))?$/;
const DEBIAN = /^(?<version>.+)\.debian$/;

/** Policy, section 5.6.1. dpkg accepts capital letters with a warning, reprepro does not accept them. */
export function isSourceName(name: string): boolean {
  return /^[a-z0-9][a-z0-9+.-]{1,99}$/.test(name);
}

/** Returns undefined if it is not the name of a source file. */
export function parseSourceFileName(name: string): SourceFileName | undefined {
  const { source = '', rest = '', version = '', kind, compression, signature } = NAME.exec(name)?.groups ?? {};
  if (!isSourceName(source) || !isCompression(compression)) return undefined;
  const common = { source, rest, compression, isSignature: signature !== undefined };
  const orig = ORIG.exec(version)?.groups;
  const debian = DEBIAN.exec(version)?.groups;
  // dpkg-source reads signatures of upstream archives only, and differences that gzip compresses.
  if (signature !== undefined && orig === undefined) return undefined;
  if (kind === 'diff') {
    if (compression !== 'gz' || orig || debian) return undefined;
    return { ...common, version, kind, component: undefined };
  }
  if (orig) return { ...common, version: orig['version'] ?? '', kind: 'orig', component: orig['component'] };
  if (debian) return { ...common, version: debian['version'] ?? '', kind: 'debian', component: undefined };
  return { ...common, version, kind: 'native', component: undefined };
}

/** Throws `UnacceptableFile` if it is not the name of a source file. */
export function checkedSourceFileName(name: string): SourceFileName {
  const parsed = parseSourceFileName(name);
  if (parsed !== undefined) return parsed;
  throw new UnacceptableFile(
    `The file ${quoted(name)} is not named like a file of a source package, such as "hello_1.0.orig.tar.gz", "hello_1.0-1.debian.tar.xz" or "hello_1.0.orig.tar.gz.asc". Publish it under the name that its .dsc has.`,
  );
}

const COMPRESSIONS: readonly string[] = ['gz', 'bz2', 'xz', 'lzma'] satisfies readonly SourceFileName['compression'][];

function isCompression(text: string | undefined): text is SourceFileName['compression'] {
  return text !== undefined && COMPRESSIONS.includes(text);
}
