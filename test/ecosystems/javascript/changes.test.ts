/** Deprecating, unpublishing and tagging by npm's protocol. */
import { expect, test } from 'vitest';
import { issueToken } from '../../native/tokens.ts';
import { useServer } from '../../native/watched-server.ts';
import { openWire, type Json, type Reply, type Wire } from './npm-wire.ts';

const server = useServer();

/** Returns a registry with 1.0.0 and 1.1.0, which is latest. */
async function openTwo(): Promise<Wire> {
  const wire = await openWire(server());
  await wire.publish({ version: '1.0.0' });
  await wire.publish({ version: '1.1.0' });
  return wire;
}

async function forWriting({ ask }: Wire): Promise<Json> {
  return (await ask('GET', 'demo?write=true')).body;
}

const versionsOf = async ({ packument }: Wire): Promise<string[]> => Object.keys((await packument()).versions);

async function deprecate(wire: Wire, version: string, deprecated: string): Promise<Reply> {
  const body = await forWriting(wire);
  body.versions[version].deprecated = deprecated;
  return wire.ask('PUT', 'demo', { body });
}

/** Returns the packument without its revision. */
async function contentOf({ packument }: Wire): Promise<Json> {
  const { _rev: _, ...content } = await packument();
  return content;
}

test('deprecates a version, and takes it back without a trace', async () => {
  const wire = await openTwo();
  const before = await contentOf(wire);
  expect((await deprecate(wire, '1.0.0', 'Use 1.1.0')).status).toBe(201);
  const { versions } = await wire.packument();
  expect([versions['1.0.0'].deprecated, 'deprecated' in versions['1.1.0']]).toEqual(['Use 1.1.0', false]);
  await deprecate(wire, '1.0.0', '');
  expect(await contentOf(wire)).toEqual(before);
});

test('a version that is deprecated in its package.json is so when it is published, until that is taken back', async () => {
  const wire = await openWire(server());
  await wire.publish({ version: '1.0.0', fields: { deprecated: 'Use\n1.1.0' } });
  for (const [version, deprecated] of [
    ['1.1.0', ''],
    ['1.2.0', false],
  ] as const)
    await wire.publish({ version, fields: { deprecated } });
  const warnings = async (): Promise<unknown[]> =>
    Object.values<Json>((await wire.packument()).versions).map((one) => one.deprecated);
  expect(await warnings()).toEqual(['Use 1.1.0', undefined, undefined]);
  await deprecate(wire, '1.0.0', '');
  expect(await warnings()).toEqual([undefined, undefined, undefined]);
});

test('deprecates a version in a packument of more than 1 MiB', async () => {
  const wire = await openTwo();
  const fields = { x: 'x'.repeat(700_000) };
  for (const version of ['2.0.0', '2.1.0']) expect((await wire.publish({ version, fields })).status).toBe(201);
  expect((await deprecate(wire, '1.0.0', 'Use 2.1.0')).status).toBe(201);
  const { _rev: rev, ...body } = await forWriting(wire);
  body.versions['1.1.0'].deprecated = 'Use 2.1.0';
  expect((await wire.ask('PUT', `demo/-rev/${rev}`, { body })).status).toBe(200);
  const { versions } = await wire.packument();
  expect(Object.values<Json>(versions).map((one) => one.deprecated)).toEqual([
    'Use 2.1.0',
    'Use 2.1.0',
    undefined,
    undefined,
  ]);
});

test('ignores a manifest that a client has changed', async () => {
  const wire = await openTwo();
  const before = await wire.packument();
  const body = await forWriting(wire);
  body.versions['1.0.0'].scripts = { postinstall: 'evil' };
  body.versions['1.0.0'].dist.tarball = 'http://evil.example/';
  body.description = 'evil';
  expect((await wire.ask('PUT', 'demo', { body })).status).toBe(201);
  expect(await wire.packument()).toEqual(before);
});

test.each(['x'.repeat(1001), 'two\nlines'])('rejects the warning %j with 400', async (text) => {
  const { status, body } = await deprecate(await openTwo(), '1.0.0', text);
  expect([status, body.error]).toEqual([
    400,
    expect.stringContaining('body.versions.1.0.0.deprecated: must be one line'),
  ]);
});

test('T-NPM-3: an unpublished version is gone, and its number is not free', async () => {
  const wire = await openTwo();
  const { _rev: rev, ...body } = await forWriting(wire);
  delete body.versions['1.0.0'];
  expect((await wire.ask('PUT', `demo/-rev/${rev}`, { body })).status).toBe(200);
  const { _rev: later } = await forWriting(wire);
  expect((await wire.ask('DELETE', `demo/-/demo-1.0.0.tgz/-rev/${later}`)).status).toBe(200);
  expect(await versionsOf(wire)).toEqual(['1.1.0']);
  for (const path of ['demo/-/demo-1.0.0.tgz', 'demo/1.0.0']) expect((await wire.ask('GET', path)).status).toBe(404);
  const again = await wire.publish({ version: '1.0.0' });
  expect([again.status, again.body.error]).toEqual([409, expect.stringContaining('was withdrawn')]);
});

test('moves latest to the highest version that is left, and removes tags of the unpublished one', async () => {
  const wire = await openTwo();
  await wire.ask('PUT', '-/package/demo/dist-tags/beta', { body: '1.1.0' });
  const { _rev: rev } = await forWriting(wire);
  expect((await wire.ask('DELETE', `demo/-/demo-1.1.0.tgz/-rev/${rev}`)).status).toBe(200);
  expect((await wire.packument())['dist-tags']).toEqual({ latest: '1.0.0' });
});

test('unpublishes a whole package', async () => {
  const wire = await openTwo();
  const { _rev: rev } = await forWriting(wire);
  expect((await wire.ask('DELETE', `demo/-rev/${rev}`)).status).toBe(200);
  expect((await wire.ask('GET', 'demo')).status).toBe(404);
  expect((await wire.ask('DELETE', `demo/-rev/${rev}`)).status).toBe(404);
});

test('a packument has the revision for changes, also if the client did not announce one', async () => {
  const wire = await openTwo();
  for (const path of ['-/package/demo/dist-tags/beta', '-/package/demo/dist-tags/stable'])
    await wire.ask('PUT', path, { body: '1.0.0' });
  const { _rev: rev, ...body } = await wire.packument();
  expect(await forWriting(wire)).toMatchObject({ _rev: rev });
  delete body.versions['1.0.0'];
  expect((await wire.ask('PUT', `demo/-rev/${rev}`, { body })).status).toBe(200);
});

test('a change of a packument that was changed meanwhile is rejected with 409', async () => {
  const wire = await openTwo();
  const body = await forWriting(wire);
  const { _rev: rev } = body;
  await wire.publish({ version: '1.2.0' });
  delete body.versions['1.0.0'];
  for (const [method, path] of [
    ['PUT', 'demo'],
    ['PUT', `demo/-rev/${rev}`],
    ['DELETE', `demo/-rev/${rev}`],
    ['DELETE', `demo/-/demo-1.0.0.tgz/-rev/${rev}`],
  ] as const) {
    const reply = await wire.ask(method, path, method === 'PUT' ? { body } : {});
    expect([reply.status, reply.body.error], path).toEqual([409, expect.stringContaining('changed meanwhile')]);
  }
  expect(await versionsOf(wire)).toEqual(['1.0.0', '1.1.0', '1.2.0']);
});

test('so is one whose tag points to a version that was unpublished meanwhile', async () => {
  const wire = await openTwo();
  const [body, current] = [await forWriting(wire), await forWriting(wire)];
  const { _rev: rev } = body;
  delete current.versions['1.1.0'];
  const replies = [current, body].map((sent) => () => wire.ask('PUT', `demo/-rev/${rev}`, { body: sent }));
  const statuses: number[] = [];
  for (const ask of replies) statuses.push((await ask()).status);
  expect(statuses).toEqual([200, 409]);
});

test('unpublishing needs the scope delete_packages, and deprecating does not', async () => {
  const wire = await openTwo();
  const token = await issueToken(server(), { scopes: ['read_packages', 'write_packages'] });
  const body = await forWriting(wire);
  body.versions['1.1.0'].deprecated = 'x';
  expect((await wire.ask('PUT', 'demo', { body, token })).status).toBe(201);
  const { _rev: rev, ...fewer } = await forWriting(wire);
  delete fewer.versions['1.0.0'];
  for (const path of ['demo', `demo/-rev/${rev}`])
    expect((await wire.ask('PUT', path, { body: fewer, token })).status, path).toBe(403);
  expect((await wire.ask('DELETE', `demo/-rev/${rev}`, { token })).status).toBe(403);
});

test('sets, lists, replaces and deletes tags', async () => {
  const wire = await openTwo();
  const tags = async (): Promise<unknown> => (await wire.ask('GET', '-/package/demo/dist-tags')).body;
  expect((await wire.ask('PUT', '-/package/demo/dist-tags/beta', { body: '1.0.0' })).body).toMatchObject({ ok: true });
  expect(await tags()).toEqual({ latest: '1.1.0', beta: '1.0.0' });
  await wire.ask('POST', '-/package/demo/dist-tags', { body: { old: '1.0.0' } });
  expect(await tags()).toEqual({ latest: '1.1.0', beta: '1.0.0', old: '1.0.0' });
  await wire.ask('PUT', '-/package/demo/dist-tags', { body: { latest: '1.0.0', next: '1.1.0' } });
  expect(await tags()).toEqual({ latest: '1.0.0', next: '1.1.0' });
  await wire.ask('DELETE', '-/package/demo/dist-tags/next');
  expect(await tags()).toEqual({ latest: '1.0.0' });
});

test.each<[string, string, string, unknown, number, string]>([
  ['a range', 'PUT', 'v1', '1.0.0', 400, 'is a range of versions'],
  ['a missing version', 'PUT', 'beta', '7.0.0', 404, 'demo@7.0.0'],
  ['deleting latest', 'DELETE', 'latest', undefined, 400, 'cannot be deleted'],
])('rejects %s as a tag', async (_, method, tag, body, status, reason) => {
  const { ask } = await openTwo();
  const reply = await ask(method, `-/package/demo/dist-tags/${tag}`, body === undefined ? {} : { body });
  expect([reply.status, reply.body.error]).toEqual([status, expect.stringContaining(reason)]);
});
