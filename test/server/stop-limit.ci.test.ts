/** A server stops within its limit after a signal, also if something hangs, and immediately after a second signal. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { glob, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { present, run } from '../clients/programs.ts';
import { bodyOf } from '../fixtures/replies.ts';
import { eventually } from '../fixtures/eventually.ts';
import { ask, createShelf, publishFile, secret, slowUpload } from '../fixtures/process-client.ts';
import { startServerProcess } from '../fixtures/server-process.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';

const forEver = '600000';

describe('a second signal', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('(%s) ends a server that waits for an upload', async (signal) => {
    await using server = await startServerProcess({ LARDER_ADMIN_TOKEN: secret, LARDER_STOP_TIMEOUT_MS: forEver });
    const url = await server.ready();
    await createShelf(url);
    const upload = slowUpload(url, 'app-1.0.0.txt');
    onTestFinished(() => upload.abandon());
    await eventually(async () => expect((await storedBytes(server.dataDir)).staged).toHaveLength(1));
    server.process.kill(signal);
    await eventually(() => expect(server.stderr()).toContain('stopping'));
    // One that comes with the first is the same: npm passes on what the terminal has sent.
    await eventually(() => {
      server.process.kill(signal);
      expect(server.process.signalCode).toBe('SIGKILL');
    });
  });
});

describe('SIGHUP', () => {
  it('ends a server in order, as SIGTERM does', async () => {
    await using server = await startServerProcess();
    await server.ready();
    expect(await server.end('SIGHUP')).toBe(0);
    expect(server.stderr()).toContain('"stopped"');
  });
});

describe('a server without readers of its output', () => {
  it('serves and ends in order', async () => {
    await using server = await startServerProcess({ LARDER_ADMIN_TOKEN: secret });
    server.process.stdout?.destroy();
    const url = await eventually(() => {
      const [, found] = /"url":"([^"]+)".*"ready"/.exec(server.stderr()) ?? [];
      expect(found).toBeDefined();
      return found;
    });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await server.end('SIGTERM')).toBe(0);
  });
});

describe.skipIf(!present('mkfifo'))('a disk that does not respond (mkfifo)', () => {
  it('keeps no server alive beyond its limit', async () => {
    await using server = await startServerProcess({ LARDER_ADMIN_TOKEN: secret, LARDER_STOP_TIMEOUT_MS: '3000' });
    const url = await server.ready();
    const { id } = await bodyOf(publishFile(url, 'app-1.0.0.txt', 'x'.repeat(1_000_000)), 'Package');
    const file = await blobIn(server.dataDir);
    await rm(file);
    // Opening it waits for a writer, without end, in a thread that nothing can interrupt.
    expect(await run('mkfifo', [file])).toMatchObject({ ok: true });
    const at = `${url}/v2/packages/organizations/my-org/registries/shelf/packages/${id}/files/app-1.0.0.txt`;
    const downloads = Promise.allSettled(Array.from({ length: 8 }, () => ask(at, secret)));
    // It writes a file, for which no thread is left.
    await eventually(() =>
      expect(fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) })).rejects.toThrow('timeout'),
    );
    await server.end('SIGTERM');
    expect(server.process.signalCode).toBe('SIGKILL');
    await downloads;
  });
});

describe('endByForce', () => {
  it('ends a process whose event loop is blocked', async () => {
    expect(await outcomeOf('endByForce(100); for (;;);')).toEqual([null, 'SIGKILL']);
  });

  it('does not keep a process alive', async () => {
    expect(await outcomeOf(`endByForce(${forEver});`)).toEqual([0, null]);
  });
});

async function outcomeOf(statements: string): Promise<unknown[]> {
  const module = path.resolve(import.meta.dirname, '../../src/server/end-by-force.ts');
  const program = `const { endByForce } = await import(${JSON.stringify(module)}); ${statements}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return once(child, 'close');
}

async function blobIn(dataDir: string): Promise<string> {
  for await (const file of glob(path.join(dataDir, 'blobs/blobs/*/*/*'))) return file;
  throw new Error('There is no blob.');
}
