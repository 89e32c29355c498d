/** The tags of a package, as clients get them. */
import prerelease from 'semver/functions/prerelease.js';
import type { Standing } from '../../model/records.ts';
import { compareNpmVersions } from './version.ts';

export const LATEST = 'latest';

export interface StandingOfVersion {
  readonly version: string;
  readonly standing: Standing;
}

/**
 * Returns the tags. Clients without a requested version install `latest`, so it always exists, and is an offered
 * version if there is one: the tagged one, else the highest release, else the highest pre-release.
 */
export function distTags(
  tags: ReadonlyMap<string, string>,
  versions: readonly StandingOfVersion[],
): Readonly<Record<string, string>> {
  const latest = latestOf(tags.get(LATEST), versions);
  return Object.fromEntries([...(latest === undefined ? [] : [[LATEST, latest] as const]), ...withoutLatest(tags)]);
}

function withoutLatest(tags: ReadonlyMap<string, string>): (readonly [string, string])[] {
  return [...tags].filter(([tag]) => tag !== LATEST);
}

function latestOf(tagged: string | undefined, versions: readonly StandingOfVersion[]): string | undefined {
  const offered = versions.filter(({ standing }) => standing === 'offered').map(({ version }) => version);
  if (tagged !== undefined && (offered.includes(tagged) || offered.length === 0)) return tagged;
  const candidates = offered.length > 0 ? offered : versions.map(({ version }) => version);
  const releases = candidates.filter((version) => prerelease(version) === null);
  return (releases.length > 0 ? releases : candidates).toSorted(compareNpmVersions).at(-1);
}
