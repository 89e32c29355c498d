/** The standings and times of the versions that a packument lists, read before the packument is written. */
import type { ListedEntry, Source } from '../../registry/documents.ts';
import type { JsonObject } from '../../model/values.ts';
import { distTags, type StandingOfVersion } from './dist-tags.ts';

/** The versions of a package, oldest first. */
export interface VersionList {
  readonly versions: readonly (StandingOfVersion & Pick<ListedEntry, 'publishedAt'>)[];
  readonly tags: Readonly<Record<string, string>>;
}

/** Returns undefined if all versions are withdrawn. */
export async function listVersions(source: Source): Promise<VersionList | undefined> {
  const versions: VersionList['versions'][number][] = [];
  for await (const { version, standing, publishedAt } of listedEntries(source))
    versions.push({ version, standing, publishedAt });
  return versions.length === 0 ? undefined : { versions, tags: distTags(source.tags, versions) };
}

/** Yields the entries that are not withdrawn, oldest first. */
export async function* listedEntries(source: Source): AsyncGenerator<ListedEntry> {
  for await (const entry of source.entries()) if (entry.standing !== 'withdrawn') yield entry;
}

/** Returns the warning of clients before they install a version; undefined if there is none. */
export function deprecationOf({ standing, notice }: Pick<ListedEntry, 'standing' | 'notice'>): string | undefined {
  return notice ?? (standing === 'unlisted' ? 'This version is no longer offered. Install another one.' : undefined);
}

/** Returns the member `time`: `modified` is the time of the newest version, so that equal packuments are equal texts. */
export function timesOf({ versions }: VersionList): JsonObject & { readonly modified: string } {
  const times = versions.map(({ version, publishedAt }) => [version, publishedAt.toISOString()] as const);
  const sorted = times.map(([, time]) => time).toSorted();
  return { created: sorted.at(0) ?? '', modified: sorted.at(-1) ?? '', ...Object.fromEntries(times) };
}
