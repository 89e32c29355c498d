/** Uploads as dput sends them: one file a request, the `.changes` last. */
import { expect, test } from 'vitest';
import { buildDeb } from '../../../fixtures/deb-package.ts';
import { buildSource, changesText, type BuiltFile } from '../../../fixtures/source-package.ts';
import { detailOf, rejectionOf } from '../../../fixtures/replies.ts';
import { openRepository } from '../../../native/debian-repository.ts';
import { newRegistry, useServer } from '../../../native/watched-server.ts';

const server = useServer();

async function openIncoming() {
  const registry = await newRegistry(server(), 'debian');
  const put = ({ name, bytes }: BuiltFile, headers: Record<string, string> = server().authorized): Promise<Response> =>
    server().native(`acme/${registry}/any/incoming/${name}`, { method: 'PUT', headers, body: bytes });
  return { registry, put, repository: openRepository(server(), registry) };
}

const changesOf = (files: readonly BuiltFile[]): BuiltFile => ({
  name: 'hello_1.0-1_amd64.changes',
  bytes: Buffer.from(changesText(files)),
});

const buildInfo: BuiltFile = { name: 'hello_1.0-1_amd64.buildinfo', bytes: Buffer.from('Format: 1.0\n') };

async function uploadOf(): Promise<readonly BuiltFile[]> {
  const { dsc, files } = await buildSource();
  const deb = { name: 'hello_1.0-1_all.deb', bytes: Buffer.from(await buildDeb({ control: { Package: 'hello' } })) };
  return [dsc, ...files, deb, buildInfo];
}

test('publishes each file, and accepts the same upload again', async () => {
  const { put, repository } = await openIncoming();
  const files = await uploadOf();
  for (const file of [...files, changesOf(files)]) expect((await put(file)).status).toBe(200);
  for (const file of [...files, changesOf(files)]) expect((await put(file)).status).toBe(200);
  expect(await repository.text('main/source/Sources')).toContain('Package: hello\n');
  expect(await repository.text('main/binary-amd64/Packages')).toContain('Package: hello\n');
});

test('rejects a .changes whose files have not arrived, with their names in the status line', async () => {
  const { put, registry } = await openIncoming();
  const files = await uploadOf();
  const [dsc, ...others] = files;
  if (dsc) await put(dsc);
  const reply = await put(changesOf(files));
  const detail = `Registry "${registry}" does not have ${others
    .slice(0, 3)
    .map(({ name }) => `"${name}"`)
    .join(', ')} with the digest in hello_1.0-1_amd64.changes. Upload them first.`;
  expect(reply.statusText).toBe(detail);
  expect(await detailOf(reply, 422)).toBe(detail);
});

test('rejects a .changes whose digest differs from that of the file that arrived', async () => {
  const { put } = await openIncoming();
  const [dsc, ...others] = await uploadOf();
  for (const file of others) await put(file);
  const other = await buildSource({ fields: { Homepage: 'https://example.test' } });
  await put(other.dsc);
  if (dsc) expect(await detailOf(put(changesOf([dsc, ...others])), 422)).toContain('"hello_1.0-1.dsc"');
});

test('rejects a file that exists with other bytes, and a malformed one', async () => {
  const { put } = await openIncoming();
  await put((await buildSource()).dsc);
  const changed = await buildSource({ fields: { Homepage: 'https://example.test' } });
  expect(await rejectionOf(put(changed.dsc))).toEqual({ status: 409, type: 'package-exists' });
  for (const name of ['a.changes', 'a.dsc', 'a_1.tar.gz', 'a.deb'])
    expect((await put({ name, bytes: Buffer.from('nothing') })).status).toBe(422);
  expect((await put({ name: 'a.changes', bytes: Buffer.from('Format: 1.8\n') })).status).toBe(422);
});

test('requests a password before it reads a file', async () => {
  const { put } = await openIncoming();
  const reply = await put(buildInfo, {});
  expect([reply.status, reply.headers.get('WWW-Authenticate')]).toEqual([401, expect.stringContaining('Basic')]);
  const login = `Basic ${Buffer.from(`any:${server().token}`).toString('base64')}`;
  expect((await put(buildInfo, { Authorization: login })).status).toBe(200);
});
