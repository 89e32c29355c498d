/** The current and the released bundles: `openapi/released/<version>.json` has all bundles of one version, by name. */
import { hash } from 'node:crypto';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import semver from 'semver';

/** OpenAPI documents by their names below `generated/`, such as `openapi` or `native/debian`. */
export type Bundles = Readonly<Record<string, object>>;

export interface Release {
  readonly version: string;
  readonly bundles: Bundles;
}

/** The contract cannot be compared or released. The message has the remedy. */
export class UnusableRelease extends Error {
  override readonly name = 'UnusableRelease';
}

/** The SHA-256 of each released file, by its version. */
export async function releasedDigests(project: string): Promise<ReadonlyMap<string, string>> {
  const versions = await namesOfJson(releasesOf(project));
  const digestOf = async (version: string): Promise<readonly [string, string]> => [
    version,
    hash('sha256', await readFile(path.join(releasesOf(project), `${version}.json`))),
  ];
  return new Map(await Promise.all(versions.map(digestOf)));
}

/** Returns the bundles in `generated/` of a project. */
export async function readBundles(project: string): Promise<Bundles> {
  const bundles: Record<string, object> = {};
  const folder = path.join(project, 'generated');
  for (const name of await namesOfJson(folder)) {
    const value = await readJson(path.join(folder, `${name}.json`));
    if ('openapi' in value) bundles[name] = value;
  }
  return bundles;
}

/** Returns the highest released version. Throws `UnusableRelease` if there is none. */
export async function lastRelease(project: string): Promise<Release> {
  const version = (await namesOfJson(releasesOf(project))).sort(semver.compare).at(-1);
  if (version === undefined)
    throw new UnusableRelease('openapi/released/ is empty. Run `npm run contract:release` first.');
  // `writeRelease` wrote it.
  return { version, bundles: (await readJson(path.join(releasesOf(project), `${version}.json`))) as Bundles };
}

/** Stores the current bundles under their version. Throws `UnusableRelease` instead of changing a release. */
export async function writeRelease(project: string, { version, bundles }: Release): Promise<void> {
  const file = path.join(releasesOf(project), `${version}.json`);
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(file, `${JSON.stringify(bundles, undefined, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (isDeepStrictEqual(await readJson(file), bundles)) return;
    throw new UnusableRelease(
      `${version} was released with different bundles. Increase info.version of all descriptions, or delete ` +
        `openapi/released/${version}.json if that version was not published yet.`,
    );
  }
}

/** Returns the version of all bundles. Throws `UnusableRelease` if they differ. */
export function versionOf(bundles: Bundles): string {
  const versions = Object.entries(bundles).map(([name, bundle]) => {
    // Redocly's linter has checked the form of descriptions.
    return { name, version: (bundle as { readonly info: { readonly version: string } }).info.version };
  });
  const [first] = versions;
  if (first === undefined) throw new UnusableRelease('generated/ has no bundles. Run `npm run generate` first.');
  const other = versions.find(({ version }) => version !== first.version);
  if (other === undefined) return first.version;
  throw new UnusableRelease(
    `info.version is ${first.version} in ${first.name}, but ${other.version} in ${other.name}; they must be the same.`,
  );
}

function releasesOf(project: string): string {
  return path.join(project, 'openapi/released');
}

/** Returns the sorted names; an empty list if the folder does not exist. */
async function namesOfJson(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const file of glob('**/*.json', { cwd: folder })) names.push(file.replace(/\.json$/, ''));
  return names.sort();
}

async function readJson(file: string): Promise<object> {
  return JSON.parse(await readFile(file, 'utf8')) as object;
}
