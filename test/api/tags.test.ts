/** Tags: each points to one package of a name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, rejectionOf, type Schemas } from '../fixtures/replies.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';

let server: TestServer;
let old: Schemas['Package'];
let latest: Schemas['Package'];

beforeAll(async () => {
  server = await startTestServer();
  await createRegistry(server, 'plain', 'files');
  old = await bodyOf(publish(server, 'plain', 'app-1.0.0.txt', 'old'), 'Package');
  latest = await bodyOf(publish(server, 'plain', 'app-2.0.0.txt', 'latest'), 'Package');
});
afterAll(async () => {
  expect(server.violations()).toBe(0);
  await server[Symbol.asyncDispose]();
});

type One = Pick<Schemas['Package'], 'id'>;

function send(method: 'PUT' | 'DELETE', { id }: One, tag: string): Promise<Response> {
  return server.ask(server.in('plain', 'packages', id, 'tags', tag), { method });
}

async function tagsOf({ id }: One): Promise<readonly string[]> {
  return (await bodyOf(server.ask(server.in('plain', 'packages', id)), 'Package')).tags;
}

describe('setPackageTag', () => {
  it('adds tags, which the package and the list have in order', async () => {
    for (const tag of ['v2', 'Stable', 'next']) await send('PUT', latest, tag);
    const tags = ['Stable', 'next', 'v2'];
    expect(await tagsOf(latest)).toEqual(tags);
    const { items } = await bodyOf(server.ask(server.in('plain', 'packages')), 'PackageList');
    expect(items.map((item) => item.tags)).toEqual([tags, []]);
    for (const tag of tags) await send('DELETE', latest, tag);
  });

  it('moves a tag from another package of the name, and can be repeated', async () => {
    await send('PUT', old, 'stable');
    for (const _ of [1, 2]) expect((await bodyOf(send('PUT', latest, 'stable'), 'Package')).tags).toEqual(['stable']);
    expect([await tagsOf(old), await tagsOf(latest)]).toEqual([[], ['stable']]);
    await send('DELETE', latest, 'stable');
  });

  it('keeps the tags of other names', async () => {
    const other = await bodyOf(publish(server, 'plain', 'tool-1.0.0.txt', 'tool'), 'Package');
    await send('PUT', other, 'stable');
    await send('PUT', old, 'stable');
    expect([await tagsOf(other), await tagsOf(old)]).toEqual([['stable'], ['stable']]);
    await send('DELETE', old, 'stable');
  });

  it.each(['a\u0000', 'a\u0085', 'x'.repeat(256)])('rejects the tag %j with 400', async (tag) => {
    expect((await send('PUT', old, tag)).status).toBe(400);
    expect(await tagsOf(old)).toEqual([]);
  });

  it.each(['-x', '.x', 'a b', 'a/b', 'ä', '\ufffd', 'x'.repeat(129)])(
    'rejects the tag %j, which other ecosystems could allow, with 422',
    async (tag) => {
      expect(await rejectionOf(send('PUT', old, tag))).toEqual({ status: 422, type: 'unacceptable-tag' });
      expect(await tagsOf(old)).toEqual([]);
    },
  );

  it('deletes a tag that is invalid now, because it has no effect', async () => {
    expect((await send('DELETE', old, 'a b')).status).toBe(200);
  });

  it('rejects a withdrawn package with 409; a package that is withdrawn later keeps its tags', async () => {
    const pkg = await bodyOf(publish(server, 'plain', 'app-3.0.0.txt', 'withdrawn'), 'Package');
    await send('PUT', pkg, 'before');
    await server.ask(server.in('plain', 'packages', pkg.id, 'withdraw'), { method: 'POST' });
    expect(await rejectionOf(send('PUT', pkg, 'after'))).toEqual({ status: 409, type: 'version-withdrawn' });
    expect(await tagsOf(pkg)).toEqual(['before']);
  });

  it('of several packages concurrently points to exactly one', async () => {
    await Promise.all([old, latest, old, latest].map((pkg) => send('PUT', pkg, 'race')));
    expect([...(await tagsOf(old)), ...(await tagsOf(latest))]).toEqual(['race']);
  });
});

describe('deletePackageTag', () => {
  it('deletes a tag of the package only, and can be repeated', async () => {
    await send('PUT', old, 'kept');
    for (const pkg of [latest, latest]) expect((await send('DELETE', pkg, 'kept')).status).toBe(200);
    expect(await tagsOf(old)).toContain('kept');
    for (const _ of [1, 2]) expect((await bodyOf(send('DELETE', old, 'kept'), 'Package')).tags).not.toContain('kept');
  });

  it('happens with the deletion of the package', async () => {
    const pkg = await bodyOf(publish(server, 'plain', 'app-4.0.0.txt', 'x'), 'Package');
    await send('PUT', pkg, 'gone');
    await server.ask(server.in('plain', 'packages', pkg.id), { method: 'DELETE' });
    const again = await bodyOf(publish(server, 'plain', 'app-4.0.0.txt', 'x'), 'Package');
    expect(again.tags).toEqual([]);
  });
});
