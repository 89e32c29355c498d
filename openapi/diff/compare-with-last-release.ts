/** Compares the contract of a project with its last release. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { announcedSince } from './changelog.ts';
import { compareBundles, type BundlesDifference } from './compare-bundles.ts';
import { lastRelease, readBundles } from './releases.ts';

export interface Comparison {
  /** The last released version. */
  readonly version: string;
  /** Breaking, and not in the changelog. */
  readonly unannounced: readonly BundlesDifference[];
  /** Breaking, and announced in the changelog by their locations. */
  readonly announced: readonly BundlesDifference[];
  readonly compatible: readonly BundlesDifference[];
  /** Differences in texts for people. */
  readonly words: readonly BundlesDifference[];
}

/** Throws `UnusableRelease` if there is no release. */
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
