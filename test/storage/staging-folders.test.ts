/** Staging folders are removed if the process of their store has ended, regardless of its ids and names. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openFileBlobStore } from '../../src/storage/file-blob-store.ts';
import { streamOf } from './blob-samples.ts';
import { leaveInstance } from './left-instance.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
const nobody = () => Promise.resolve(false);
const host = encodeURIComponent(hostname());
const HOUR_MS = 60 * 60 * 1000;

/** A store that has one file staged. */
async function openStaging() {
  const store = await openFileBlobStore({ folder: folder() });
  onTestFinished(() => store.close());
  return { store, staged: await store.stage(streamOf('larder')) };
}

/** Sweeps with a new store. */
async function sweep(): Promise<void> {
  const store = await openFileBlobStore({ folder: folder() });
  await store.sweep(nobody);
  await store.close();
}

/** Sweeps in a process of its own. */
async function sweepElsewhere(): Promise<void> {
  const script = `
    import { openFileBlobStore } from ${JSON.stringify(import.meta.resolve('../../src/storage/file-blob-store.ts'))};
    await (await openFileBlobStore({ folder: ${JSON.stringify(folder())} })).sweep(async () => false);`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
}

/** The names in the folder of all instances. */
const instances = () => readdir(join(folder(), 'staging'));

async function later(milliseconds: number, work: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });
  try {
    await work();
  } finally {
    vi.useRealTimers();
  }
}

describe('a sweep does not remove staged files', () => {
  it('by a store of the same process, for all processes, however often that sweeps', async () => {
    const { store, staged } = await openStaging();
    await sweep();
    await sweepElsewhere();
    await store.sweep(nobody);
    await sweepElsewhere();
    expect(await store.isStaged(staged.location)).toBe(true);
    await staged.keep();
  });

  it('by a store whose folder was made again', async () => {
    const { store, staged: first } = await openStaging();
    await sweepElsewhere();
    await first.discard();
    const [own = ''] = await instances();
    await promisify(execFile)('rm', ['-r', join(folder(), 'staging', own)]);
    const { location } = await store.stage(streamOf('larder'));
    await sweep();
    await sweepElsewhere();
    expect([await store.isStaged(location), (await instances()).includes(own)]).toEqual([true, false]);
  });
});

it('a store works on a file system without locks, and a sweep leaves what it has staged', async () => {
  const exec = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(() => {
    throw new Error('no locks');
  });
  const { store, staged } = await openStaging().finally(() => exec.mockRestore());
  await sweep();
  expect([await store.isStaged(staged.location), await instances()]).toEqual([true, [expect.any(String)]]);
});

describe('a sweep removes', () => {
  it('what a store had staged when it was closed', async () => {
    const { store } = await openStaging();
    await store.close();
    const before = await instances();
    await sweep();
    expect([before.length, await instances()]).toEqual([1, []]);
  });

  it('the empty folders of processes that have ended', async () => {
    for (let n = 0; n < 3; n += 1) await leaveInstance(folder());
    await sweep();
    expect(await instances()).toEqual([]);
  });

  it('the folder of a process that ended before it had locked it, after a day', async () => {
    const names = [randomUUID(), `${host}.${process.pid}.1`, 'lost+found'];
    for (const name of names) await mkdir(join(folder(), 'staging', name), { recursive: true });
    await later(23 * HOUR_MS, sweep);
    const before = (await instances()).toSorted();
    await later(25 * HOUR_MS, sweep);
    expect([before, await instances()]).toEqual([names.toSorted(), ['lost+found']]);
  });
});

/** Larder 0.1.0 named its folders for host, process id and start, and locked nothing. */
describe('files that are staged in a folder without a lock', () => {
  const name = `${'ab'.repeat(32)}.${'0'.repeat(32)}`;
  const stageAs = async (instance: string, staged = name): Promise<string> => {
    const path = join(folder(), 'staging', instance, staged);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, 'larder');
    return path;
  };
  const left = async (): Promise<string[]> => {
    await sweep();
    const names = await Promise.all((await instances()).map((each) => readdir(join(folder(), 'staging', each))));
    return names.flat();
  };

  it.each([`elsewhere.${process.pid}.1`, `${host}.${process.ppid}.1`, `${host}.${process.pid}.1`, 'lost+found'])(
    'stays in %s',
    async (instance) => {
      await stageAs(instance);
      expect(await left()).toEqual([name]);
    },
  );

  it('goes if it is untouched for more than an hour', async () => {
    await stageAs(`${host}.${process.pid}.1`);
    await later(61 * 60 * 1000, async () => expect(await left()).toEqual([]));
  });

  it('stays however old its bytes are, if it was renamed or linked now', async () => {
    const path = await stageAs('elsewhere.1.1');
    await utimes(path, 0, 0);
    expect(await left()).toEqual([name]);
  });

  it('stays with a name that is not one of ours, also where the process has ended', async () => {
    await leaveInstance(folder(), ['notes.txt']);
    expect((await left()).toSorted()).toEqual(['lock', 'notes.txt']);
  });
});
