/** The entry of a version in the packument of its package. */
import type { JsonObject } from '../../model/values.ts';

export interface VersionEntry {
  /** As it was published, without its readme and without `dist`. */
  readonly manifest: JsonObject;
  readonly dist: TarballFacts;
  readonly hasInstallScript: boolean;
  readonly hasShrinkwrap: boolean;
  /** The type of the provenance that was published with it; absent if there is none. */
  readonly provenance?: string;
}

/** The part of `dist` that does not depend on the registry. */
export interface TarballFacts {
  /** The name of the tarball. */
  readonly file: string;
  /** Hexadecimal SHA-1. */
  readonly shasum: string;
  /** SHA-512 as Subresource Integrity: `sha512-` and base64. */
  readonly integrity: string;
  readonly fileCount: number;
  /** In bytes. */
  readonly unpackedSize: number;
}

export function writeVersionEntry(entry: VersionEntry): string {
  return JSON.stringify(entry);
}

export function readVersionEntry(text: string): VersionEntry {
  // Only `writeVersionEntry` writes entries.
  return JSON.parse(text) as VersionEntry;
}
