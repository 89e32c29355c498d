/** Servers of several containers on one data folder: none sees the processes of the others, and all have one host name. */
import { execFileSync } from 'node:child_process';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createShelf, newFolder, publishFile, secret, slowUpload } from '../fixtures/process-client.ts';
import { startServerProcess } from '../fixtures/server-process.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';
import { leaveInstance } from '../storage/left-instance.ts';

const runner = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc'];

function mayUnshare(): boolean {
  try {
    execFileSync(runner[0] ?? '', [...runner.slice(1), 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!mayUnshare())('servers in two PID namespaces (unshare --pid)', () => {
  it('leave the uploads of each other alone, and sweep those of a server that was killed', async () => {
    const dataDir = await newFolder();
    const settings = { LARDER_DATA_DIR: dataDir, LARDER_ADMIN_TOKEN: secret };
    const stagedNow = async (): Promise<readonly string[]> => (await storedBytes(dataDir)).staged;
    await using one = await startServerProcess(settings, runner);
    const url = await one.ready();
    await createShelf(url);
    const upload = slowUpload(url, 'app-1.0.0.txt');
    onTestFinished(() => upload.abandon());
    await vi.waitFor(async () => expect(await stagedNow()).toHaveLength(1), 30_000);

    const left = await leaveInstance(path.join(dataDir, 'blobs'), [`${'0'.repeat(32)}.part`]);
    const sweeping = { ...settings, LARDER_HOUSEKEEPING_PAUSE_MS: '20' };
    await using other = await startServerProcess(sweeping, runner);
    await other.ready();
    await vi.waitFor(async () => await expect(access(left)).rejects.toThrow('ENOENT'), 30_000);
    const later = await leaveInstance(path.join(dataDir, 'blobs'));
    await vi.waitFor(async () => await expect(access(later)).rejects.toThrow('ENOENT'), 30_000);
    expect(await upload.finish()).toBe(200);
    expect((await publishFile(url, 'app-2.0.0.txt', 'bytes')).status).toBe(200);

    const cut = slowUpload(url, 'app-3.0.0.txt');
    onTestFinished(() => cut.abandon());
    await vi.waitFor(async () => expect(await stagedNow()).toHaveLength(1), 30_000);
    await one.end('SIGKILL');
    await vi.waitFor(async () => expect(await stagedNow()).toEqual([]), 30_000);
  });
});
