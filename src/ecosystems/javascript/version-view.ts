/** The manifest of a version as clients get it: whole, or without what only people read. */
import { without } from '../../formats/json-values.ts';
import type { JsonObject } from '../../model/values.ts';
import type { VersionEntry } from './version-entry.ts';

export interface ListedVersion {
  readonly version: string;
  readonly entry: VersionEntry;
  /** The warning that clients print when they install it; undefined if there is none. */
  readonly deprecated: string | undefined;
  /** The absolute URL of the tarball. */
  readonly tarball: string;
  readonly signature: RegistrySignature;
  /** The absolute URL of its attestations. */
  readonly attestations: string;
}

/** A signature of the registry (npm's documentation, "About registry signatures"). */
export interface RegistrySignature {
  readonly keyid: string;
  /** Base64. */
  readonly sig: string;
}

/** Returns the manifest as it was published, with `dist` and the facts of the registry. */
export function wholeVersion({ entry, deprecated, ...listed }: ListedVersion): JsonObject {
  return {
    ...without(entry.manifest, OF_REGISTRY),
    dist: distOf({ entry, ...listed }),
    ...(entry.hasInstallScript && { hasInstallScript: true }),
    ...(entry.hasShrinkwrap && { _hasShrinkwrap: true }),
    ...(deprecated !== undefined && { deprecated }),
  };
}

/**
 * Returns the part that installers read (npm's registry documentation, "Package metadata", abbreviated form). Fields are
 * left out by name, because installers begin to read new ones: `libc` and `peerDependenciesMeta` once were.
 */
export function abbreviatedVersion(listed: ListedVersion): JsonObject {
  const entries = Object.entries(wholeVersion(listed));
  return Object.fromEntries(entries.filter(([name]) => !isForPeople(name)));
}

function distOf({ entry, tarball, signature, attestations }: Omit<ListedVersion, 'deprecated'>): JsonObject {
  const { dist, provenance } = entry;
  return {
    integrity: dist.integrity,
    shasum: dist.shasum,
    tarball,
    fileCount: dist.fileCount,
    unpackedSize: dist.unpackedSize,
    ...(provenance !== undefined && {
      attestations: { url: attestations, provenance: { predicateType: provenance } },
    }),
    signatures: [{ keyid: signature.keyid, sig: signature.sig }],
  };
}

/** The registry decides on these, regardless of the manifest. */
const OF_REGISTRY: ReadonlySet<string> = new Set(['dist', 'deprecated', 'hasInstallScript', '_hasShrinkwrap']);

function isForPeople(name: string): boolean {
  return FOR_PEOPLE.has(name) || (name.startsWith('_') && name !== '_hasShrinkwrap');
}

/** Texts for people, and the settings of other tools and of run time, which are read from the installed package.json. */
const FOR_PEOPLE: ReadonlySet<string> = new Set([
  'ava',
  'author',
  'babel',
  'browser',
  'browserslist',
  'bugs',
  'c8',
  'commitlint',
  'config',
  'contributors',
  'description',
  'eslintConfig',
  'exports',
  'files',
  'gitHead',
  'homepage',
  'husky',
  'imports',
  'jest',
  'keywords',
  'license',
  'licenses',
  'lint-staged',
  'main',
  'maintainers',
  'man',
  'mocha',
  'module',
  'nyc',
  'prettier',
  'private',
  'publishConfig',
  'release',
  'repository',
  'scripts',
  'sideEffects',
  'standard',
  'tap',
  'tsd',
  'type',
  'types',
  'typesVersions',
  'typings',
  'xo',
]);
