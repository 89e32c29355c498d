import { beforeAll, expect, test } from 'vitest';
import { buildDeb } from '../fixtures/deb-package.ts';
import { publish } from '../fixtures/server.ts';
import { openRepository, publishDeb, sha256Of, type Fetched } from './debian-repository.ts';
import { newRegistry, useServer } from './watched-server.ts';

const server = useServer();

let registry = '';
let deb = Buffer.alloc(0);

beforeAll(async () => {
  registry = await newRegistry(server(), 'debian');
  deb = Buffer.from(await buildDeb());
  await publish(server(), registry, 'demo.deb', deb);
});

function pool(name: string, headers: Record<string, string> = {}): Promise<Fetched> {
  return openRepository(server(), registry).fetch(`pool/${sha256Of(deb)}/${name}`, headers);
}

test.each(['demo_1.0.0_all.deb', 'anything', 'libfoo%2b%2b_1%3a2.0%7erc1.deb', 'k%C3%A4se.deb'])(
  'the digest alone decides which deb is served: %s',
  async (name) => {
    expect((await pool(name)).bytes).toEqual(deb);
  },
);

test.each([
  ['demo_1.0.0_all.deb', 'attachment; filename=demo_1.0.0_all.deb'],
  ['libfoo%2b%2b_2.deb', 'attachment; filename=libfoo++_2.deb'],
  ['one%20two.deb', 'attachment; filename="one two.deb"'],
  ['a%22b.deb', String.raw`attachment; filename="a\"b.deb"`],
  ['k%C3%A4se%20%E2%82%AC.deb', `attachment; filename="k?se ?.deb"; filename*=UTF-8''k%C3%A4se%20%E2%82%AC.deb`],
])('a deb is saved under the requested name: %s', async (name, disposition) => {
  expect((await pool(name)).headers.get('Content-Disposition')).toBe(disposition);
});

test('a line break in the name breaks no header', async () => {
  const { status, headers } = await pool('a%0d%0aSet-Cookie:%20x=y');
  expect([status, headers.get('Set-Cookie')]).toEqual([200, null]);
});

test('a deb is sent in part', async () => {
  const { status, bytes } = await pool('demo.deb', { Range: 'bytes=100-199' });
  expect([status, bytes]).toEqual([206, deb.subarray(100, 200)]);
});

test('a deb is not sent to whom has it', async () => {
  expect((await pool('demo.deb', { 'If-None-Match': `"${sha256Of(deb)}"` })).status).toBe(304);
});

test('a digest in capitals is rejected', async () => {
  const { status } = await openRepository(server(), registry).fetch(`pool/${sha256Of(deb).toUpperCase()}/demo.deb`);
  expect(status).toBe(400);
});

test('a deb of another registry is not found', async () => {
  const elsewhere = openRepository(server(), await newRegistry(server(), 'debian'));
  expect((await elsewhere.fetch(`pool/${sha256Of(deb)}/demo.deb`)).status).toBe(404);
});

test('a deb is gone once its package is deleted', async () => {
  const bytes = Buffer.from(await buildDeb({ control: { Package: 'gone' } }));
  const id = await publishDeb(server(), registry, { Package: 'gone' });
  await server().ask(server().in(registry, 'packages', id), { method: 'DELETE' });
  expect((await openRepository(server(), registry).fetch(`pool/${sha256Of(bytes)}/gone.deb`)).status).toBe(404);
});

test('a deb stays where it was copied to when its first package is deleted', async () => {
  const id = await publishDeb(server(), registry, { Package: 'moved' });
  const bytes = Buffer.from(await buildDeb({ control: { Package: 'moved' } }));
  const to = await newRegistry(server(), 'debian');
  await server().ask(`${server().in(registry, 'packages', id, 'copy')}?to=${to}`, { method: 'POST' });
  await server().ask(server().in(registry, 'packages', id), { method: 'DELETE' });
  expect((await openRepository(server(), to).fetch(`pool/${sha256Of(bytes)}/moved.deb`)).bytes).toEqual(bytes);
});
