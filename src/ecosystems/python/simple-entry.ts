/** A file's entry in the simple index: written at publication, read when a page is rendered. */
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
  /** The version of the release, in its normal form. */
  readonly version: string;
  readonly requiresPython?: string;
  /** The SHA-256 of its metadata file, if it has one (PEP 658). */
  readonly metadataSha256?: string;
  /** Whether it was published with attestations (PEP 740). */
  readonly hasProvenance?: true;
}

/** The facts about the files that are stored with a distribution. */
interface StoredWith {
  readonly wheelMetadata: Uint8Array | undefined;
  readonly hasProvenance: boolean;
}

/** A file on the page of its project. */
export interface ListedFile extends SimpleEntry {
  /** When it was published in this registry (RFC 3339). */
  readonly uploadTime: string;
  /** Whether it is yanked (PEP 592), or the reason why. */
  readonly yanked: boolean | string;
  /** The absolute URL of its provenance. */
  readonly provenance?: string;
}

/**
 * Returns the text of an entry. Only wheels have a metadata file, because the metadata of a source distribution may
 * change when it is built (PEP 643).
 */
export function simpleEntry(
  { name: filename, size, digests: { sha256 } }: LocalFile,
  { version: written, requiresPython }: CoreMetadata,
  { wheelMetadata, hasProvenance }: StoredWith,
): string {
  const version = parseVersion(written);
  const entry: SimpleEntry = {
    filename,
    sha256,
    size,
    version: version === undefined ? written : normalForm(version),
    ...(requiresPython === undefined ? {} : { requiresPython }),
    ...(wheelMetadata && { metadataSha256: createHash('sha256').update(wheelMetadata).digest('hex') }),
    ...(hasProvenance && { hasProvenance }),
  };
  return JSON.stringify(entry);
}

/**
 * Returns why an entry that 0.1.0 stored must not be in the index; undefined if it may. Since 0.2.0, the length of
 * Requires-Python is limited.
 */
export function entryRefusal(text: string): string | undefined {
  const { requiresPython = '' } = parseEntry(text);
  if (requiresPython.length <= LONGEST_REQUIRES_PYTHON) return undefined;
  return `Its Requires-Python has ${requiresPython.length} characters; the maximum is ${LONGEST_REQUIRES_PYTHON}.`;
}

/**
 * Parses an entry. One that 0.1.0 stored may have an invalid Requires-Python, which is omitted, because pip ignores
 * such a value and warns about it.
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
