/** Publishing with the client: from all sources, with all options. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createLarderClient,
  LarderError,
  unwrap,
  type LarderClient,
  type PackageSource,
  type Published,
  type PublishOptions,
} from '../../src/client/index.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { formIn, problem, startScripted } from './scripted-server.ts';

const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const at = { organization: 'acme', registry: 'shelf' };

let server: TestServer;
let larder: LarderClient;
let folder: string;

beforeAll(async () => {
  // After a body that was cut off, `fetch` connects again and sends nothing; the server would wait for it.
  server = await startTestServer({ LARDER_MAX_PACKAGE_SIZE: '400000', LARDER_STOP_TIMEOUT_MS: '100' });
  larder = createLarderClient({ baseUrl: server.url, token: server.token });
  await createRegistry(server, 'shelf', 'files');
  folder = await mkdtemp(path.join(os.tmpdir(), 'larder-publish-'));
});
afterEach(() => {
  expect(server.violations()).toBe(0);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** The same bytes in each of the forms in which they can be given. */
const sources: Readonly<Record<string, (name: string) => Promise<PackageSource>>> = {
  'a path': async (name) => {
    await writeFile(path.join(folder, name), bytes);
    return { path: path.join(folder, name) };
  },
  'a Blob': (name) => Promise.resolve({ blob: new Blob([bytes]), name }),
  'a stream': (name) => Promise.resolve({ stream: new Blob([bytes]).stream(), size: bytes.length, name }),
};

const ways = ['publish', 'publishPresigned'] as const;
const forms = ways.flatMap((way) => Object.entries(sources).map(([form, open]) => [way, form, open] as const));

describe.each(forms)('%s from %s', (way, form, open) => {
  const named = (name: string): string => `${way}-${form.replace(' ', '-')}-${name}-1.0.0.bin`.toLowerCase();
  const publish = (source: PackageSource, options?: PublishOptions): Promise<Published> =>
    larder[way](at, source, options);

  it('keeps the bytes under their name', async () => {
    const { id, digests } = unwrap(await publish(await open(named('kept'))));
    expect(digests.sha256).toBe(sha256);
    const file = unwrap(await larder.download({ ...at, package: id, file: named('kept') }));
    expect(Buffer.from(await new Response(file).arrayBuffer())).toEqual(Buffer.from(bytes));
  });

  it('reports progress up to the end', async () => {
    const progress: [sent: number, total: number][] = [];
    await publish(await open(named('progress')), { onProgress: (...now) => progress.push(now) });
    expect(progress[0]).toEqual([0, bytes.length]);
    expect(progress.at(-1)).toEqual([bytes.length, bytes.length]);
    expect(progress.map(([sent]) => sent)).toEqual(progress.map(([sent]) => sent).toSorted((a, b) => a - b));
  });

  it('stops when it is aborted, and publishes nothing', async () => {
    const controller = new AbortController();
    const onProgress = (): void => controller.abort(new Error('Enough.'));
    const published = publish(await open(named('aborted')), { onProgress, signal: controller.signal });
    await expect(published).rejects.toThrow('Enough.');
    expect(await versionsOf(named('aborted'))).toBe(0);
  });

  it('returns the existing package for the same bytes, with sameIsSuccess', async () => {
    const first = unwrap(await publish(await open(named('same'))));
    const again = await publish(await open(named('same')));
    expect(again).toMatchObject({ status: 409, error: { url: first.url, digests: { sha256 } } });
    expect(await publish(await open(named('same')), { sameIsSuccess: true })).toMatchObject({
      status: 200,
      data: first,
    });
  });

  it('responds with 409 for other bytes nevertheless', async () => {
    await publish({ blob: new Blob(['other bytes']), name: named('other') });
    expect((await publish(await open(named('other')), { sameIsSuccess: true })).status).toBe(409);
  });
});

describe('a rejection', () => {
  it('is discriminated by its status', async () => {
    const reply = await larder.publish(at, { blob: new Blob(['x']), name: 'no version.txt' });
    expect(reply).toMatchObject({ status: 422, error: { type: 'urn:larder:problem:unacceptable-file' } });
  });

  it('of a too large file is read', async () => {
    const reply = await larder.publish(at, { blob: new Blob([new Uint8Array(20_000_000)]), name: 'large-1.0.0.bin' });
    expect(reply.status === 413 && reply.error.detail).toContain('400000');
  });

  it('by the host of a presigned form is thrown', async () => {
    const large = { blob: new Blob([new Uint8Array(500_000)]), name: 'large-1.0.0.bin' };
    const published = larder.publishPresigned(at, large);
    await expect(published).rejects.toThrow(LarderError);
    await expect(published).rejects.toMatchObject({ status: 413, message: expect.stringContaining('400000') });
  });

  it('of a presigned form is returned', async () => {
    const nowhere = { organization: 'acme', registry: 'nowhere' };
    expect((await larder.publishPresigned(nowhere, { blob: new Blob(['x']), name: 'a-1.0.0.txt' })).status).toBe(404);
  });
});

it('the existing package must be readable to be returned', async () => {
  const { token } = unwrap(
    await larder.POST('/v2/access-tokens', { body: { description: 'writes', scopes: ['write_packages'] } }),
  );
  const source = { blob: new Blob(['x']), name: 'unreadable-1.0.0.txt' };
  await larder.publish(at, source);
  const writer = createLarderClient({ baseUrl: server.url, token });
  const published = writer.publish(at, source, { sameIsSuccess: true });
  await expect(published).rejects.toMatchObject({ status: 403, message: expect.stringContaining('read_packages') });
});

describe('a stream', () => {
  it.each([
    [4, 'The file has more bytes than its size of 4.'],
    [6, 'The file has 5 bytes instead of 6.'],
  ])('whose size is not %d bytes is not published', async (size, message) => {
    const name = `wrong${size}-1.0.0.txt`;
    const published = larder.publish(at, { stream: new Blob(['12345']).stream(), size, name });
    await expect(published).rejects.toMatchObject({ cause: expect.objectContaining({ message }) });
    expect(await versionsOf(name)).toBe(0);
  });
});

it('a missing file is reported before anything is sent', async () => {
  const { larder: scripted, asked } = await startScripted([problem(500)]);
  await expect(scripted.publish(at, { path: path.join(folder, 'nothing') })).rejects.toThrow(/nothing/);
  expect(asked).toEqual([]);
});

describe.each(Object.entries(sources))('the request for %s', (_, open) => {
  it.each([undefined, () => undefined])('has its exact length and one part', async (onProgress) => {
    const { larder: scripted, asked } = await startScripted([problem(500)]);
    await scripted.publish(at, await open('exact-1.0.0.bin'), { onProgress });
    const [{ headers, body } = { headers: {}, body: Buffer.of() }] = asked;
    expect([headers['content-length'], headers['transfer-encoding']]).toEqual([String(body.length), undefined]);
    const form = await formIn(asked[0]);
    const file = form.get('file') as File;
    expect([[...form.keys()], file.name, file.size]).toEqual([['file'], 'exact-1.0.0.bin', bytes.length]);
  });
});

async function versionsOf(fileName: string): Promise<number> {
  const query = { name: fileName.replace(/-1\.0\.0\.\w+$/, '') };
  const { items } = unwrap(
    await larder.GET('/v2/packages/organizations/{organization}/registries/{registry}/packages', {
      params: { path: at, query },
    }),
  );
  return items.length;
}
