/** A file's entry in the simple index, written when it is published and read when a page is asked for. */
import { createHash } from 'node:crypto';
import type { CandidateFile } from '../ecosystem.ts';
import type { CoreMetadata } from './core-metadata.ts';
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

/**
 * The text of an entry. Only wheels have metadata that stands by itself: what a source distribution says may change when
 * it is built (PEP 643).
 */
export function simpleEntry(
  { name: filename, size, digests: { sha256 } }: CandidateFile,
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

/** Reads what `simpleEntry` wrote. */
export function readSimpleEntry(text: string): SimpleEntry {
  // Nobody else writes entries.
  return JSON.parse(text) as SimpleEntry;
}
