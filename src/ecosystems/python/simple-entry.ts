/** A file's entry in the simple index, written when it is published and read when a page is asked for. */
import { createHash } from 'node:crypto';
import type { LocalFile } from '../../registry/ecosystem.ts';
import type { CoreMetadata } from './core-metadata.ts';
import { LONGEST_REQUIRES_PYTHON, normalRequiresPython } from './requires-python.ts';
import { normalForm, parseVersion } from './version.ts';

export interface SimpleEntry {
  readonly filename: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** Of the release, in its normal form. */
  readonly version: string;
  readonly requiresPython?: string;
  /** The SHA-256 of its metadata file, where it has one (PEP 658). */
  readonly metadataSha256?: string;
}

/** A file on the page of its project. */
export interface ListedFile extends SimpleEntry {
  /** When it was published in this registry, as RFC 3339 has it. */
  readonly uploadTime: string;
}

/**
 * The text of an entry. Only wheels have metadata that stands by itself: what a source distribution says may change when
 * it is built (PEP 643).
 */
export function simpleEntry(
  { name: filename, size, digests: { sha256 } }: LocalFile,
  { version: written, requiresPython }: CoreMetadata,
  wheelMetadata: Uint8Array | undefined,
): string {
  const version = parseVersion(written);
  const entry: SimpleEntry = {
    filename,
    sha256,
    size,
    version: version === undefined ? written : normalForm(version),
    ...(requiresPython === undefined ? {} : { requiresPython }),
    ...(wheelMetadata && { metadataSha256: createHash('sha256').update(wheelMetadata).digest('hex') }),
  };
  return JSON.stringify(entry);
}

/**
 * Returns why an entry of 0.1.0 must not be in the index, undefined if it may: one of 0.2.0 has a Requires-Python of
 * limited length.
 */
export function entryRefusal(text: string): string | undefined {
  const { requiresPython = '' } = parseEntry(text);
  if (requiresPython.length <= LONGEST_REQUIRES_PYTHON) return undefined;
  return `Its Requires-Python has ${requiresPython.length} characters; at most ${LONGEST_REQUIRES_PYTHON} are accepted.`;
}

/**
 * Reads an entry. One of 0.1.0 may have a Requires-Python that is not a list of version specifiers. It is left out of the
 * entry: pip ignores a value that it cannot read, and warns about it.
 */
export function readSimpleEntry(text: string): SimpleEntry {
  const { requiresPython: stored = '', ...entry } = parseEntry(text);
  const requiresPython = normalRequiresPython(stored);
  return requiresPython ? { ...entry, requiresPython } : entry;
}

function parseEntry(text: string): SimpleEntry {
  // Only `simpleEntry` writes entries.
  return JSON.parse(text) as SimpleEntry;
}
