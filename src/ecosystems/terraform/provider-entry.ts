/**
 * The entries of the files of a provider: a line of JSON each, the same in the list of versions and in the list of the
 * digests of one version.
 */
import type { Platform, ProviderVersion } from './provider-name.ts';

export type ProviderEntry =
  { readonly platform: Platform; readonly sha256: string } | { readonly protocols: readonly string[] };

/** Returns the part of the digests of a version. No name of a provider has a space. */
export function digestsPart({ type, version }: ProviderVersion): string {
  return `${type} ${version}`;
}

export function writeProviderEntry(entry: ProviderEntry): string {
  return JSON.stringify(entry);
}

/** Reads an entry that `writeProviderEntry` wrote. */
export function readProviderEntry(text: string): ProviderEntry {
  return JSON.parse(text) as ProviderEntry;
}
