/**
 * File names of the form `{BASENAME}-{SEMVER}.{EXT}`, parsed by an unambiguous rule:
 *
 * - BASENAME has letters, digits and hyphens but no full stop, so the first full stop of the name is the one after the
 *   version's first number; the hyphen before that number ends BASENAME.
 * - EXT is the part after the last full stop, or, after `.tar.`, the last two parts (`tar.gz`). It has letters and digits,
 *   at least one letter.
 * - SEMVER is the rest between them, and must be a Semantic Version 2.0.0. So `app-1.0.0-linux-amd64.tar.gz` is
 *   the pre-release `1.0.0-linux-amd64` of `app`.
 */
import parse from 'semver/functions/parse.js';
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';

export interface FileNameParts {
  readonly basename: string;
  readonly version: string;
  /** Without the full stop before it. */
  readonly extension: string;
}

const FORMAT = 'Invalid filename format. Expected: {BASENAME}-{SEMVER}.{EXT}';
const TAR_COMPRESSIONS = 'gz|xz|zst|zstd|bz2|lzma|lz|lz4|lzo|br|z';
const EXTENSION = new RegExp(`\\.(tar\\.(?:${TAR_COMPRESSIONS})|(?=\\d*[a-z])[a-z0-9]+)$`, 'i');

/** Parses a name. Throws `UnacceptableFile`, whose message begins with the expected form, followed by the fault. */
export function parseFileName(name: string): FileNameParts {
  const extension = EXTENSION.exec(name)?.[1];
  if (extension === undefined) throw invalid(name, 'has no extension of letters and digits at its end');
  const stem = name.slice(0, -extension.length - 1);
  const [, basename, version] = /^([^.]*)-([^-.]+\..*)$/s.exec(stem) ?? [];
  if (basename === undefined || version === undefined) {
    throw invalid(name, 'has no version such as 1.2.3 between a hyphen and its extension');
  }
  if (!/^[A-Za-z0-9-]+$/.test(basename)) {
    throw invalid(name, `has the base name ${quoted(basename)}, but it may only have letters, digits and hyphens`);
  }
  // The library also accepts "v1.2.3", which is not a Semantic Version.
  if (!/^\d/.test(version) || parse(version) === null) {
    throw invalid(name, `has the version ${quoted(version)}, which is not a Semantic Version 2.0.0`);
  }
  return { basename, version, extension };
}

/** Returns base name and extension of a name such as `manual-latest.tar.gz`; undefined for other names. */
export function parseLatestName(name: string): Omit<FileNameParts, 'version'> | undefined {
  const extension = EXTENSION.exec(name)?.[1] ?? '';
  const stem = name.slice(0, -extension.length - 1);
  const basename = stem.endsWith(LATEST) ? stem.slice(0, -LATEST.length) : '';
  return extension === '' || basename === '' ? undefined : { basename, extension };
}

/** Stands for the highest version. It is not a Semantic Version, so no file has it in its name. */
const LATEST = '-latest';

/** Returns the name of a file. */
export function formatFileName({ basename, version, extension }: FileNameParts): string {
  return `${basename}-${version}.${extension}`;
}

function invalid(name: string, reason: string): UnacceptableFile {
  return new UnacceptableFile(`${FORMAT}, but ${quoted(name)} ${reason}.`);
}
