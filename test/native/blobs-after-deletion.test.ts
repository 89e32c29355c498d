import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { collectBlobs } from '../../src/registry/collect-blobs.ts';
import { dropReplacedDocuments } from '../../src/registry/documents/drop-replaced.ts';
import { publish } from '../fixtures/server.ts';
import { openRepository, publishDeb } from './debian-repository.ts';
import { newRegistry, useServer } from './watched-server.ts';

const server = useServer();

afterEach(() => {
  vi.useRealTimers();
});

/** So long that the index is stored as pieces. */
const Description = 'A tool among many. '.repeat(4000).trim();

/** Every file in which bytes of packages or indexes may be. */
async function storedFiles(): Promise<string[]> {
  const entries = await readdir(path.join(server().dataDir, 'blobs'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name !== 'lock')
    .map(({ parentPath, name }) => path.join(parentPath, name));
}

test('a debian registry leaves no bytes when it is deleted', async () => {
  const registry = await newRegistry(server(), 'debian');
  const repository = openRepository(server(), registry);
  for (const Version of ['1.0', '1.1', '1.2']) {
    await publishDeb(server(), registry, { Version, Architecture: 'amd64', Description });
    await repository.dist('InRelease');
  }
  const before = await storedFiles();
  await server().ask(server().in(registry), { method: 'DELETE' });
  await collectBlobs(server().larder);
  expect([before.length > 3, await storedFiles()]).toEqual([true, []]);
});

test('a files registry leaves no bytes when it is deleted', async () => {
  const registry = await newRegistry(server(), 'files');
  await publish(server(), registry, 'fox-1.0.0.txt', 'fox');
  const before = await storedFiles();
  await server().ask(server().in(registry), { method: 'DELETE' });
  await collectBlobs(server().larder);
  expect([before.length, await storedFiles()]).toEqual([1, []]);
});

test('indexes that are not kept any longer leave no bytes', async () => {
  const registry = await newRegistry(server(), 'debian');
  const repository = openRepository(server(), registry);
  const counts: number[] = [];
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  for (let version = 0; version < 6; version += 1) {
    vi.setSystemTime(Date.now() + 61 * 60_000);
    const id = await publishDeb(server(), registry, { Version: `1.${version}`, Description });
    await repository.dist('InRelease');
    await server().ask(server().in(registry, 'packages', id), { method: 'DELETE' });
    await dropReplacedDocuments(server().larder, new AbortController().signal);
    await collectBlobs(server().larder);
    counts.push((await storedFiles()).length);
  }
  expect(counts.at(-1)).toBe(counts.at(-3));
});

test('published and indexed bytes are no longer staged', async () => {
  const registry = await newRegistry(server(), 'debian');
  await publishDeb(server(), registry);
  await openRepository(server(), registry).dist('InRelease');
  const staged = (await storedFiles()).filter((file) => file.includes(`${path.sep}staging${path.sep}`));
  expect(staged).toEqual([]);
});
