/** A registry with many debs, and a folder with the same debs for who reads them from there. Made once a run. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { read } from '../../../src/ecosystems/debian/read.ts';
import { createRegistry, startNewLarder } from '../larder.ts';
import type { Bench } from '../row.ts';
import { debsOneByOne, type Deb } from './debs.ts';
import { stockPackages, type StockedPackage } from './package-rows.ts';

export interface DebianStock {
  readonly count: number;
  readonly registry: string;
  /** Of a server that is stopped. */
  readonly dataDir: string;
  /** Holds `pool` with the debs. */
  readonly archive: string;
  /** The id of one of the packages. */
  readonly known: string;
}

export const debianStockQuickly = '500 debs instead of 20,000';
export const debianStockNote =
  'The debs of the large registry were put into its database as rows, with stanzas from the real inspection.';

const made = new WeakMap<Bench['workspace'], Promise<DebianStock>>();

export async function debianStock(bench: Bench): Promise<DebianStock> {
  const known = made.get(bench.workspace) ?? make(bench);
  made.set(bench.workspace, known);
  return known;
}

async function make({ workspace, quick, progress }: Bench): Promise<DebianStock> {
  const count = quick ? 500 : 20_000;
  const registry = 'stocked';
  progress(`makes ${count.toLocaleString('en-GB')} debs`);
  const archive = await workspace.newFolder('archive');
  await mkdir(path.join(archive, 'pool'));
  const server = await startNewLarder(workspace);
  await createRegistry(server, registry, 'debian');
  await server.stop();
  const ids = await stockPackages(server.dataDir, registry, stocked(archive, debsOneByOne('stock', count)));
  return { count, registry, dataDir: server.dataDir, archive, known: ids.at(-1) ?? '' };
}

/** Puts debs into the pool of an archive, and tells what is in them. */
async function* stocked(archive: string, debs: AsyncIterable<Deb>): AsyncGenerator<StockedPackage> {
  for await (const deb of debs) {
    const { fileName, bytes } = deb;
    const file = await putIntoPool(archive, deb);
    const digest = (algorithm: string): string => createHash(algorithm).update(bytes).digest('hex');
    const digests = { sha256: digest('sha256'), sha512: digest('sha512') };
    const size = bytes.length;
    const incoming = { files: [{ name: fileName, path: file, size, digests }] as const, claims: {}, stored: nothing };
    const {
      name,
      version,
      variant,
      metadata,
      entries: [entry],
    } = await read(incoming);
    yield { name, version, variant: variant ?? '', metadata, fileName, digests, size, entry };
  }
}

/** Answers where it lies. */
export async function putIntoPool(archive: string, { fileName, bytes }: Deb): Promise<string> {
  const file = path.join(archive, 'pool', fileName);
  await writeFile(file, bytes);
  return file;
}

const nothing = (): Promise<undefined> => Promise.resolve(undefined);
