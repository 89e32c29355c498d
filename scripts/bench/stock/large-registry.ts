/** A registry with many debs, and a folder with the same debs for apt-ftparchive. Created once for all rows. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { read } from '../../../src/ecosystems/debian/read.ts';
import type { Bench } from '../row.ts';
import { newDataDir, type CatalogPackage } from './catalog-rows.ts';
import { debsOneByOne, type Deb } from './debs.ts';
import { readPackage } from './read-package.ts';

export interface LargeRegistry {
  readonly count: number;
  /** The name of the registry. */
  readonly registry: string;
  /** The data folder for a server. */
  readonly dataDir: string;
  /** The folder whose `pool` has the debs. */
  readonly archive: string;
  /** The id of one of the packages. */
  readonly packageId: string;
}

const created = new WeakMap<Bench['workspace'], Promise<LargeRegistry>>();

export function largeRegistry(bench: Bench): Promise<LargeRegistry> {
  const large = created.get(bench.workspace) ?? create(bench);
  created.set(bench.workspace, large);
  return large;
}

async function create({ workspace, quick, progress }: Bench): Promise<LargeRegistry> {
  const count = quick ? 500 : 20_000;
  progress(`creates ${count.toLocaleString('en-GB')} debs`);
  const archive = await workspace.newFolder('archive');
  await mkdir(path.join(archive, 'pool'));
  const registry = 'large';
  const { dataDir, ids } = await newDataDir(workspace, registry, inPool(archive, debsOneByOne('stock', count)));
  return { count, registry, dataDir, archive, packageId: ids.at(-1) ?? '' };
}

/** Adds debs to the pool, and yields what the server reads from them. */
async function* inPool(archive: string, debs: AsyncIterable<Deb>): AsyncGenerator<CatalogPackage> {
  for await (const deb of debs) {
    const file = { fileName: deb.fileName, path: await addToPool(archive, deb), bytes: deb.bytes };
    yield await readPackage(read, file);
  }
}

/** Returns the path of the file. */
export async function addToPool(archive: string, { fileName, bytes }: Deb): Promise<string> {
  const file = path.join(archive, 'pool', fileName);
  await writeFile(file, bytes);
  return file;
}
