import { execFile } from 'node:child_process';
import { open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { BlobMissing } from '../../src/storage/blob-store.ts';
import { openFileBlobStore } from '../../src/storage/file-blob-store.ts';
import { blobStoreSuite } from './blob-store.suite.ts';
import { keepText, streamOf } from './blob-samples.ts';
import { makeTemporaryFolder, useTemporaryFolder } from './temporary-folder.ts';

blobStoreSuite('the file blob store', async () => {
  const folder = await makeTemporaryFolder();
  return { store: await openFileBlobStore({ folder: folder.path }), remove: folder.remove };
});

const folder = useTemporaryFolder();
const nobody = () => Promise.resolve(false);
const everybody = () => Promise.resolve(true);

/** The files below the folder, relative to it; without the locks of open stores. */
async function files(below = ''): Promise<string[]> {
  const entries = await readdir(join(folder(), below), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name !== 'lock')
    .map((entry) => relative(folder(), join(entry.parentPath, entry.name)));
}

/** Runs a process that exits at a step of publishing; returns the location of the blob. */
async function crash(step: 'write' | 'stage' | 'keep'): Promise<string> {
  const script = join(import.meta.dirname, 'crash-while-publishing.ts');
  return await new Promise((resolve) => {
    execFile(process.execPath, [script, folder(), step], (_error, stdout) => resolve(stdout));
  });
}

describe('the folder of blobs', () => {
  it('has a blob at the path of its digest', async () => {
    const { digests, location } = await keepText(await openFileBlobStore({ folder: folder() }), 'larder');
    const { sha256 } = digests;
    expect(await files()).toEqual([join('blobs', location)]);
    expect(location.startsWith(`${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}.`)).toBe(true);
  });

  it('is for its owner only', async () => {
    const root = join(folder(), 'new');
    const { location } = await keepText(await openFileBlobStore({ folder: root }), 'larder');
    const paths = [root, join(root, 'blobs'), join(root, 'staging'), join(root, 'blobs', dirname(location))];
    const [instance = ''] = await readdir(join(root, 'staging'));
    const own = join(root, 'staging', instance);
    const modes = await Promise.all(
      [...paths, own, join(own, 'lock'), join(root, 'blobs', location)].map(async (path) => (await stat(path)).mode),
    );
    expect(modes.map((mode) => (mode & 0o777).toString(8))).toEqual(['700', '700', '700', '700', '700', '600', '600']);
  });

  it('has no trace of a large file whose disk failed while it arrived', async () => {
    const store = await openFileBlobStore({ folder: folder() });
    await using handle = await open(folder());
    // The prototype of all handles. The system reports an error once, so the last sync succeeds.
    const syncs = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'datasync');
    onTestFinished(() => syncs.mockRestore());
    syncs.mockRejectedValueOnce(new Error('the disk is on fire'));
    const source = async function* () {
      for (let mebibyte = 0; mebibyte < 20; mebibyte += 1) yield Buffer.alloc(1024 * 1024);
    };
    await expect(store.stage(source())).rejects.toThrow('the disk is on fire');
    expect(await files()).toEqual([]);
  });

  it('has no trace of a stream that failed', async () => {
    const store = await openFileBlobStore({ folder: folder() });
    const source = async function* () {
      yield Buffer.alloc(2 * 1024 * 1024);
      throw new Error('The client has left.');
    };
    await store.stage(source()).catch(() => undefined);
    expect(await files()).toEqual([]);
  });

  it('has no trace of a blob that was discarded', async () => {
    const staged = await (await openFileBlobStore({ folder: folder() })).stage(streamOf('larder'));
    await staged.keep();
    await staged.discard();
    expect(await files()).toEqual([]);
  });

  it('has no trace of a check', async () => {
    await (await openFileBlobStore({ folder: folder() })).check();
    expect(await files()).toEqual([]);
  });

  it('fails the check after it was removed', async () => {
    const store = await openFileBlobStore({ folder: folder() });
    await rename(join(folder(), 'blobs'), join(folder(), 'elsewhere'));
    await expect(store.check()).rejects.toThrow('ENOENT');
  });

  it('is made again where files are staged', async () => {
    const store = await openFileBlobStore({ folder: folder() });
    for (const name of await readdir(join(folder(), 'staging'))) {
      await rm(join(folder(), 'staging', name), { recursive: true });
    }
    const staged = await Promise.all(['a', 'b', 'c'].map((text) => store.stage(streamOf(text))));
    expect([staged.length, await readdir(join(folder(), 'staging'))]).toEqual([3, [expect.any(String)]]);
  });

  it('is left without a trace by a store that is closed', async () => {
    const store = await openFileBlobStore({ folder: folder() });
    await store.close();
    expect(await readdir(join(folder(), 'staging'))).toEqual([]);
  });

  it('lets errors of the file system out as they are', async () => {
    const store = await openFileBlobStore({ folder: folder() });
    await rename(join(folder(), 'staging'), join(folder(), 'elsewhere'));
    await expect(store.stage(streamOf('larder'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('after a crash', () => {
  it('half a file is swept', async () => {
    await crash('write');
    const before = await files();
    await (await openFileBlobStore({ folder: folder() })).sweep(nobody);
    expect([before.length, await files()]).toEqual([1, []]);
  });

  it('a staged file is swept', async () => {
    await crash('stage');
    const before = await files();
    await (await openFileBlobStore({ folder: folder() })).sweep(nobody);
    expect([before.length, await files()]).toEqual([1, []]);
  });

  it('a kept blob that was not adopted is swept from both places', async () => {
    await crash('keep');
    const before = await files();
    await (await openFileBlobStore({ folder: folder() })).sweep(nobody);
    expect([before.length, await files()]).toEqual([2, []]);
  });

  it('a kept blob that was adopted stays, and is no longer staged', async () => {
    const location = await crash('keep');
    const store = await openFileBlobStore({ folder: folder() });
    await store.sweep(everybody);
    expect([await files(), (await text(await store.open(location))).length]).toEqual([
      [join('blobs', location)],
      3 * 1024 * 1024,
    ]);
  });

  it('the folder of the process that crashed is removed', async () => {
    await crash('keep');
    await (await openFileBlobStore({ folder: folder() })).sweep(nobody);
    expect(await readdir(join(folder(), 'staging'))).toHaveLength(1);
  });

  it('nothing is removed while the catalog does not respond', async () => {
    await crash('keep');
    const store = await openFileBlobStore({ folder: folder() });
    await expect(store.sweep(() => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer');
    expect(await files()).toHaveLength(2);
  });

  it('a sweep that was cut short is finished by the next one', async () => {
    const location = await crash('keep');
    const store = await openFileBlobStore({ folder: folder() });
    await store.remove(location);
    await store.sweep(nobody);
    expect(await files()).toEqual([]);
  });
});

it('a blob that the folder has lost is missing', async () => {
  const store = await openFileBlobStore({ folder: folder() });
  const { location } = await keepText(store, 'larder');
  await rename(join(folder(), 'blobs'), join(folder(), 'elsewhere'));
  await expect(store.open(location)).rejects.toThrow(BlobMissing);
});
