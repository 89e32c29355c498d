/** Compiled code is kept where no other user can put some: Node would run it. */
import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ownCompileCache } from '../src/cli/compile-cache.js';
import { script as command } from './cli/larder.ts';

let caches: string;
beforeEach(async () => {
  caches = await mkdtemp(path.join(os.tmpdir(), 'larder-caches-'));
  onTestFinished(() => rm(caches, { recursive: true, force: true }));
});

const chosen = (XDG_CACHE_HOME = caches): string | undefined => ownCompileCache({ XDG_CACHE_HOME });

describe('the folder for compiled code', () => {
  it('is made for its user only, with its parents', async () => {
    const folder = path.join(caches, 'new', 'larder');
    const found = chosen(path.dirname(folder));
    const modes = await Promise.all(
      [folder, path.dirname(folder)].map(async (each) => (await stat(each)).mode & 0o777),
    );
    expect([found, modes, chosen(path.dirname(folder))]).toEqual([folder, [0o700, 0o700], folder]);
  });

  it.each([0o777, 0o770, 0o702])('is not one that others can write to (mode %o)', async (mode) => {
    await mkdir(path.join(caches, 'larder'));
    await chmod(path.join(caches, 'larder'), mode);
    expect(chosen()).toBeUndefined();
  });

  it('is not a link, nor a file', async () => {
    await mkdir(path.join(caches, 'elsewhere'), { mode: 0o700 });
    await symlink(path.join(caches, 'elsewhere'), path.join(caches, 'larder'));
    const linked = chosen();
    await mkdir(path.join(caches, 'more'));
    await writeFile(path.join(caches, 'more', 'larder'), '');
    expect([linked, chosen(path.join(caches, 'more'))]).toEqual([undefined, undefined]);
  });

  it('is not in a folder where others can replace it, and is not made there', async () => {
    await chmod(caches, 0o770);
    const found = chosen();
    const made = await readdir(caches);
    await chmod(caches, 0o1777);
    expect([found, made, chosen()]).toEqual([undefined, [], path.join(caches, 'larder')]);
  });

  it('is not given by a relative path', () => {
    expect(chosen('caches')).toBeUndefined();
  });

  describe.skipIf(process.getuid?.() !== 0)('of another user (chown, as root)', () => {
    it('is not used', async () => {
      await mkdir(path.join(caches, 'larder'), { mode: 0o700 });
      await chown(path.join(caches, 'larder'), 65_534, 65_534);
      expect(chosen()).toBeUndefined();
    });

    it('is not used below a folder of theirs', async () => {
      await chown(caches, 65_534, 65_534);
      expect([chosen(), await readdir(caches)]).toEqual([undefined, []]);
    });
  });
});

// Each ends soon: one prints its help, the other rejects its settings.
describe.each([
  ['npm start', path.resolve(import.meta.dirname, '../scripts/start.js'), '--'],
  ['larder', command, '--help'],
])('%s', (_, script, option) => {
  const run = (environment: Record<string, string>): Promise<void> =>
    new Promise((done) => {
      execFile(process.execPath, [script, option], { env: { LARDER_PORT: 'none', ...environment } }, () => done());
    });

  it('keeps compiled code in the cache of the user, and none in the temporary folder', async () => {
    const temporary = path.join(caches, 'tmp');
    await mkdir(temporary);
    await run({ TMPDIR: temporary, XDG_CACHE_HOME: caches });
    expect([await readdir(path.join(caches, 'larder')), await readdir(temporary)]).toEqual([[expect.any(String)], []]);
  });

  it('keeps none in a folder that others can write to', async () => {
    const folder = path.join(caches, 'larder');
    await mkdir(folder);
    await chmod(folder, 0o777);
    await run({ TMPDIR: caches, XDG_CACHE_HOME: caches });
    expect([await readdir(folder), await readdir(caches)]).toEqual([[], ['larder']]);
  });
});
