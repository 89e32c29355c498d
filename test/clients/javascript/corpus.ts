/** The packages that pnpm is tested with, as they were stored by another registry. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { JsonObject } from '../../../src/model/values.ts';
import { installed } from './installed.ts';

const folder = installed('@pnpm/registry-mock/registry/storage-cache');

export interface CorpusVersion {
  /** Such as `@scope/name@1.0.0`. */
  readonly specifier: string;
  readonly name: string;
  readonly version: string;
  /** As it was published, with `dist`. */
  readonly manifest: JsonObject;
  readonly tags: readonly string[];
  /** The path of the tarball. */
  readonly tarball: string;
}

/** A packument in the storage of verdaccio. */
interface StoredPackument {
  readonly name: string;
  readonly versions: Readonly<Record<string, JsonObject>>;
  readonly 'dist-tags': Readonly<Record<string, string>>;
}

/** Returns all versions that have a tarball, in the order of their names; those of one name as they were published. */
export async function readCorpus(): Promise<readonly CorpusVersion[]> {
  const files = await readdir(folder, { recursive: true });
  const tarballs = new Set(files.filter((file) => file.endsWith('.tgz')));
  const packuments = files.filter((file) => path.basename(file) === 'package.json').sort();
  const versions: CorpusVersion[] = [];
  for (const file of packuments) {
    // The packages are pinned.
    const packument = JSON.parse(await readFile(path.join(folder, file), 'utf8')) as StoredPackument;
    versions.push(...versionsIn(packument).filter(({ tarball }) => tarballs.has(path.relative(folder, tarball))));
  }
  return versions;
}

function versionsIn({ name, versions, 'dist-tags': tagged }: StoredPackument): readonly CorpusVersion[] {
  return Object.entries(versions).map(([version, manifest]) => ({
    specifier: `${name}@${version}`,
    name,
    version,
    manifest,
    tags: Object.entries(tagged).flatMap(([tag, at]) => (at === version ? [tag] : [])),
    tarball: path.join(folder, name, `${path.basename(name)}-${version}.tgz`),
  }));
}

/** Returns the versions of some packages, and of all packages that they name. */
export function closureOf(corpus: readonly CorpusVersion[], names: readonly string[]): readonly CorpusVersion[] {
  const found = new Set(names);
  // The loop also visits the names that it adds.
  for (const name of found)
    for (const { manifest } of corpus.filter((one) => one.name === name))
      for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies'])
        for (const dependency of Object.keys(manifest[kind] ?? {})) found.add(dependency);
  return corpus.filter(({ name }) => found.has(name));
}
