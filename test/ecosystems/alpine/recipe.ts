/** Packages of Alpine Linux. No registry of packages has apk, so an independent reader takes its place. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { compareApkVersions } from '../../../src/ecosystems/alpine/version.ts';
import { present, run } from '../../clients/programs.ts';
import { buildApk } from '../../fixtures/apk-package.ts';
import type { Client, DocumentsRecipe, Home, Recipe } from '../recipe.ts';
import { recordsIn } from './read-index.ts';

const repository = 'alpine_any/alpine_any/main';
const reader = path.join(import.meta.dirname, 'apk_reader.py');

const documents: DocumentsRecipe = {
  roots: [{ path: `${repository}/x86_64/APKINDEX.tar.gz` }, { path: `${repository}/noarch/APKINDEX.tar.gz` }],
  withoutPackages: 'exist',
  unlisted: 'not named',
  names: 'all files',
  named: ({ path: at }, bytes) =>
    recordsIn(bytes).map((record) => ({
      path: at.replace('APKINDEX.tar.gz', `${record['P']}-${record['V']}.apk`),
      size: Number(record['S']),
      kind: 'file',
    })),
};

async function openReader({ url, token }: Home): Promise<Client> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-apk-'));
  const ask = async (...command: readonly string[]): Promise<string> => {
    const home = token === undefined ? url : url.replace('://', `://any:${token}@`);
    const { ok, stdout, output } = await run('python3', [reader, home, 'aarch64', ...command]);
    if (!ok) throw new Error(output);
    return stdout;
  };
  const offered = async (): Promise<readonly string[]> =>
    (await ask('list')).split('\n').flatMap((line) => (line.startsWith('demo ') ? (line.split(' ')[1] ?? []) : []));
  const file = path.join(folder, 'demo.apk');
  return {
    offered,
    installNewest: async () => {
      const newest = (await offered()).toSorted(compareApkVersions).at(-1) ?? '';
      await ask('fetch', 'demo', newest, file);
      return newest;
    },
    install: async ({ name, version, files: [main] }) => {
      await ask('fetch', name, version, file);
      if (!(await readFile(file)).equals(main.bytes)) throw new Error('The reader got other bytes.');
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

export const alpine: Recipe = {
  ecosystem: 'alpine',
  build: async (number) => {
    const version = `1.${number}-r0`;
    const bytes = await buildApk({ info: { pkgver: version } });
    return { name: 'demo', version, files: [{ name: `demo-${version}.apk`, bytes }] };
  },
  hostile: [
    {
      title: 'a package that ends early',
      name: 'demo.apk',
      bytes: (await buildApk()).subarray(0, 150),
      reason: 'damaged or truncated',
    },
    {
      title: 'a dependency that apk cannot read',
      name: 'demo.apk',
      bytes: await buildApk({ info: { depend: 'so:libc.so>>1' } }),
      reason: 'depend has "so:libc.so>>1"',
    },
  ],
  forms: 'accepted',
  ownDoor: { cannot: 'apk has no command to publish' },
  client: { name: 'a reader in Python', isPresent: present('python3', 'openssl'), isFast: false, open: openReader },
  documents,
};
