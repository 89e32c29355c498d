/** Files of 1 GiB in CI: they are never in memory, and a rejection before the end of the upload is read. */
import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rounds } from '../fixtures/rounds.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { run } from '../clients/programs.ts';
import type { UploadReport } from './upload-in-process.ts';

/** In bytes. */
const size = rounds(2 ** 30);
/** In bytes: what a client may grow by. */
const most = 100_000_000;

let server: TestServer;
let folder: string;
let file: string;

beforeAll(async () => {
  server = await startTestServer();
  await createRegistry(server, 'shelf', 'files');
  folder = await mkdtemp(path.join(os.tmpdir(), 'larder-large-'));
  file = path.join(folder, 'large.bin');
  const handle = await open(file, 'w');
  // Zeros that take no room.
  await handle.truncate(size);
  await handle.close();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

it('publishes a large file in little memory, and reports progress', async () => {
  const report = await upload({ token: server.token, name: 'zeros-1.0.0.bin' });
  expect(report).toMatchObject({ status: 200, sent: report.total, grew: true });
  expect(report.total).toBe(size);
  expect(report.growth).toBeLessThan(most);
  const { items } = (await (await server.ask(server.in('shelf', 'packages'))).json()) as { items: unknown[] };
  expect(items).toMatchObject([{ name: 'zeros', digests: { sha256: sha256OfZeros() } }]);
});

it.each([
  ['401 because of its token', { token: 'wrong' }, 'credentials'],
  ['404 because of its registry', { registry: 'nowhere' }, 'nowhere'],
])('reads a %s, long before the file is sent', async (what, settings, reason) => {
  const report = await upload({ token: server.token, name: 'zeros-2.0.0.bin', ...settings });
  expect(report).toMatchObject({ status: Number.parseInt(what, 10), detail: expect.stringContaining(reason) });
  expect(report.sent).toBeLessThan(size / 4);
  expect(report.growth).toBeLessThan(most);
});

function sha256OfZeros(): string {
  const hash = createHash('sha256');
  const zeros = new Uint8Array(2 ** 20);
  for (let hashed = 0; hashed < size; hashed += zeros.length) hash.update(zeros);
  return hash.digest('hex');
}

interface Upload {
  readonly token: string;
  readonly name: string;
  readonly registry?: string;
}

async function upload({ token, name, registry = 'shelf' }: Upload): Promise<UploadReport> {
  const program = path.join(import.meta.dirname, 'upload-in-process.ts');
  const { ok, stdout, output } = await run(process.execPath, [program, server.url, token, registry, file, name]);
  expect(ok, output).toBe(true);
  return JSON.parse(stdout) as UploadReport;
}
