/** Packuments that are kept compressed, and are sent so to clients that accept gzip. */
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { acceptsGzip } from '../../../src/serving/content-coding.ts';
import { useServer } from '../../native/watched-server.ts';
import { openWire, type Wire } from './npm-wire.ts';

const server = useServer();
const ABBREVIATED = 'application/vnd.npm.install-v1+json';

interface Raw {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Buffer;
}

/** Requests the packument with these headers only. The bytes are as they were sent. */
async function get({ slug }: Wire, headers: Record<string, string>, method = 'GET'): Promise<Raw> {
  const sending = request(`${server().url}/acme/${slug}/npm/demo`, { method, headers });
  const replied = once(sending, 'response');
  sending.end();
  const [reply] = (await replied) as [IncomingMessage];
  return { status: reply.statusCode, headers: reply.headers, bytes: await buffer(reply) };
}

/** Versions whose packument is stored in pieces, or in the catalog. */
const packages = [
  ['a small', {}],
  ['a large', { fields: { x: Array.from({ length: 20_000 }, (_, index) => index * 7919) } }],
] as const;

for (const [size, recipe] of packages)
  test.each(['application/json', ABBREVIATED])(
    `${size} packument as %s has the same text in both codings`,
    async (Accept) => {
      const wire = await openWire(server());
      await wire.publish(recipe);
      const [plain, packed] = [await get(wire, { Accept }), await get(wire, { Accept, 'Accept-Encoding': 'br, gzip' })];
      expect([plain.status, packed.status]).toEqual([200, 200]);
      expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([undefined, 'gzip']);
      expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true);
      expect(packed.headers.etag).not.toBe(plain.headers.etag);
      for (const { headers, bytes } of [plain, packed])
        expect(headers).toMatchObject({ vary: 'Accept, Accept-Encoding', 'content-length': String(bytes.length) });
    },
  );

test('the ETag of a coding is that of its bytes: 304, HEAD and ranges are about them', async () => {
  const wire = await openWire(server());
  await wire.publish({});
  const gzip = { 'Accept-Encoding': 'gzip' };
  const [plain, packed] = [await get(wire, {}), await get(wire, gzip)];
  const [own, other] = [packed.headers.etag ?? '', plain.headers.etag ?? ''];
  for (const seen of [own, `W/${own}`, `${other}, ${own}`]) {
    const { status, headers, bytes } = await get(wire, { ...gzip, 'If-None-Match': seen });
    expect([status, headers.etag, bytes.length]).toEqual([304, own, 0]);
  }
  expect((await get(wire, { ...gzip, 'If-None-Match': other })).status).toBe(200);
  expect((await get(wire, { 'If-None-Match': own })).status).toBe(200);
  const head = await get(wire, gzip, 'HEAD');
  expect(head.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-length': String(packed.bytes.length) });
  const part = await get(wire, { ...gzip, Range: 'bytes=2-5', 'If-Range': own });
  expect([part.status, part.bytes]).toEqual([206, packed.bytes.subarray(2, 6)]);
  expect((await get(wire, { ...gzip, Range: 'bytes=2-5', 'If-Range': other })).status).toBe(200);
});

test.each<[string | undefined, boolean]>([
  [undefined, false],
  ['', false],
  ['identity', false],
  ['gzip', true],
  ['x-gzip', true],
  ['br;q=1.0, GZIP;q=0.5', true],
  ['gzip;q=0', false],
  ['*', true],
  ['*, gzip;q=0', false],
  ['*;q=0, gzip', true],
  ['gzip;q=x', true],
])('Accept-Encoding: %s allows gzip: %s', (header, allowed) => {
  expect(acceptsGzip(header)).toBe(allowed);
});
