/** What the contract of a project says otherwise than when it was last released. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { announcedSince } from './changelog.ts';
import { compareBundles, type BundlesDifference } from './compare-bundles.ts';
import { lastRelease, readBundles } from './releases.ts';

export interface Comparison {
  /** The version that was last released. */
  readonly version: string;
  /** Breaking, and not in the changelog. */
  readonly unannounced: readonly BundlesDifference[];
  /** Breaking, and in the changelog by their places. */
  readonly announced: readonly BundlesDifference[];
  readonly compatible: readonly BundlesDifference[];
  /** Only people read them. */
  readonly words: readonly BundlesDifference[];
}

/** Throws `UnusableRelease` when nothing was released yet. */
export async function compareWithLastRelease(project: string): Promise<Comparison> {
  const { version, bundles } = await lastRelease(project);
  const differences = await compareBundles(bundles, await readBundles(project));
  const changelog = await readFile(path.join(project, 'openapi/CHANGELOG.md'), 'utf8');
  const announced = announcedSince(changelog, version);
  const breaking = differences.filter(({ severity }) => severity === 'breaking');
  return {
    version,
    unannounced: breaking.filter(({ place }) => !announced.has(place)),
    announced: breaking.filter(({ place }) => announced.has(place)),
    compatible: differences.filter(({ severity }) => severity === 'compatible'),
    words: differences.filter(({ severity }) => severity === 'words'),
  };
}
