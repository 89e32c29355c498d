/** A disk that is really full: a small file system in memory, where this machine lets us mount one. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { unlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bodyOf, rejectionOf } from '../fixtures/replies.ts';
import { createRegistry, publish, startTestServer } from '../fixtures/server.ts';
import { findingsIn } from '../registry/findings.ts';

/** Undefined where it may not be mounted. */
function mountSmall(): string | undefined {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'larder-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmdirSync(folder);
    return undefined;
  }
}

const disk = mountSmall();
afterAll(() => {
  if (disk === undefined) return;
  execFileSync('umount', [disk]);
  rmdirSync(disk);
});

describe.skipIf(disk === undefined)('on a full disk (mount -t tmpfs)', () => {
  it('what finds no room is rejected with 507, reading goes on, and all is well once there is room', async () => {
    const root = disk ?? '';
    const server = await startTestServer({ LARDER_DATA_DIR: path.join(root, 'data') });
    const filler = path.join(root, 'filler');
    try {
      await createRegistry(server, 'shelf', 'files');
      const { id } = await bodyOf(publish(server, 'shelf', 'kept-1.0.0.txt', 'kept'), 'Package');
      await writeFile(filler, new Uint8Array(16 * 1024 * 1024)).catch(() => undefined);

      const large = new Uint8Array(2 * 1024 * 1024);
      const full = { status: 507, type: 'insufficient-storage' };
      expect(await rejectionOf(publish(server, 'shelf', 'large-1.0.0.bin', large))).toEqual(full);
      const read = await server.ask(server.in('shelf', 'packages', id, 'files', 'kept-1.0.0.txt'));
      expect([read.status, await read.text()]).toEqual([200, 'kept']);
      expect((await server.ask('/readyz')).status).toBe(503);

      await unlink(filler);
      expect((await publish(server, 'shelf', 'large-1.0.0.bin', large)).status).toBe(200);
      expect([server.violations(), await findingsIn(server)]).toEqual([0, []]);
    } finally {
      await server[Symbol.asyncDispose]();
    }
  });
});
