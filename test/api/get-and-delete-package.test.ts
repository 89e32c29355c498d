import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, detailOf, rejectionOf } from '../fixtures/replies.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await createRegistry(server, 'shelf', 'files');
  await createRegistry(server, 'other', 'files');
});
afterAll(() => server[Symbol.asyncDispose]());

const unknown = '0191e23a-4bc8-7683-bfa4-5f73bc9b7c44';
const remove = (registry: string, id: string): Promise<Response> =>
  server.ask(server.in(registry, 'packages', id), { method: 'DELETE' });

describe.each(['GET', 'DELETE'])('%s of a package', (method) => {
  it('responds with 404 for an unknown id', async () => {
    const response = server.ask(server.in('shelf', 'packages', unknown), { method });
    expect(await rejectionOf(response)).toEqual({ status: 404, type: 'not-found' });
  });

  it('responds with 404 for a package of another registry', async () => {
    const { id } = await bodyOf(publish(server, 'shelf', `of-${method}-1.0.0.txt`, 'bytes'), 'Package');
    const response = server.ask(server.in('other', 'packages', id), { method });
    expect(await rejectionOf(response)).toEqual({ status: 404, type: 'not-found' });
  });

  it('responds with 400 for an invalid id', async () => {
    const response = server.ask(server.in('shelf', 'packages', 'banana'), { method });
    const { errors } = await bodyOf(response, 'InvalidRequestProblem', 400);
    expect(errors.map(({ path }) => path)).toEqual(['path.package']);
  });
});

it.each([
  ['Organization "other"', () => '/v2/packages/organizations/other/registries'],
  ['Registry "nowhere"', () => server.in('nowhere')],
  [`Package "${unknown}"`, () => server.in('shelf', 'packages', unknown)],
  [`Registry token "${unknown}"`, () => server.in('shelf', 'tokens', unknown)],
])('responds with 404 and a detail for a missing %s', async (what, path) => {
  expect(await detailOf(server.ask(path()), 404)).toBe(`${what} not found, or the token has no access to it.`);
});

it('responds with 404 for a missing access token', async () => {
  const deleted = server.ask(`/v2/access-tokens/${unknown}`, { method: 'DELETE' });
  expect(await detailOf(deleted, 404)).toContain(`Access token "${unknown}" not found`);
});

describe('deletePackage', () => {
  it('returns the id and name of the deleted package', async () => {
    const { id } = await bodyOf(publish(server, 'shelf', 'told-1.0.0.txt', 'bytes'), 'Package');
    expect(await bodyOf(remove('shelf', id), 'Deletion')).toEqual({ id, message: 'Deleted told 1.0.0 (txt).' });
  });

  it.each([
    ['the package', []],
    ['its files', ['files']],
    ['its bytes', ['files', 'gone-1.0.0.txt']],
  ])('leaves nothing of %s', async (_, rest) => {
    const { id } = await bodyOf(publish(server, 'shelf', 'gone-1.0.0.txt', 'bytes'), 'Package');
    await remove('shelf', id);
    expect(await rejectionOf(server.ask(server.in('shelf', 'packages', id, ...rest)))).toEqual({
      status: 404,
      type: 'not-found',
    });
  });

  it('lets the same version be published again, as another package', async () => {
    const before = await bodyOf(publish(server, 'shelf', 'again-1.0.0.txt', 'bytes'), 'Package');
    await remove('shelf', before.id);
    const after = await bodyOf(publish(server, 'shelf', 'again-1.0.0.txt', 'other bytes'), 'Package');
    const file = await server.ask(server.in('shelf', 'packages', after.id, 'files', 'again-1.0.0.txt'));
    expect([after.id === before.id, await file.text()]).toEqual([false, 'other bytes']);
  });

  it('responds with 200 to one of several concurrent deletions', async () => {
    const { id } = await bodyOf(publish(server, 'shelf', 'contested-1.0.0.txt', 'bytes'), 'Package');
    const replies = await Promise.all([remove('shelf', id), remove('shelf', id), remove('shelf', id)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 404, 404]);
  });
});
