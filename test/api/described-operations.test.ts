/** What holds for every operation of the contract: HEAD, other methods, and queries that are not described. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../fixtures/replies.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { describedOperations, requestFor } from '../fixtures/described-requests.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';

let server: TestServer;
let values: Record<string, string>;

beforeAll(async () => {
  server = await startTestServer();
  await createRegistry(server, 'shelf', 'debian');
  await createRegistry(server, 'other shelf', 'debian');
  const { id } = await bodyOf(publish(server, 'shelf', 'demo.deb', Uint8Array.from(await buildDeb())), 'Package');
  values = { organization: 'acme', registry: 'shelf', to: 'other-shelf', package: id, file: 'demo.deb' };
});
afterAll(() => server[Symbol.asyncDispose]());

const paths = [...new Set(describedOperations.map(({ path }) => path))];
const readers = describedOperations.filter(({ method }) => method === 'GET');

describe('HEAD', () => {
  it.each(readers.map((operation) => [operation.id, operation] as const))(
    'returns the headers of %s without a body',
    async (_, operation) => {
      const { path } = await requestFor(operation, values);
      const got = await server.ask(path);
      await got.arrayBuffer();
      const head = await server.ask(path, { method: 'HEAD' });
      expect([head.status, stable(head.headers), await head.text()]).toEqual([got.status, stable(got.headers), '']);
    },
  );

  it('ignores ranges', async () => {
    const path = server.in('shelf', 'packages', values['package'] ?? '', 'files', 'demo.deb');
    const head = await server.ask(path, { method: 'HEAD', headers: { Range: 'bytes=0-1' } });
    expect([head.status, head.headers.has('content-range')]).toEqual([200, false]);
  });
});

describe('a method that a URL does not have', () => {
  it.each(paths)('at %s responds with 405 and the supported methods', async (path) => {
    const [operation] = describedOperations.filter((candidate) => candidate.path === path);
    const methods = describedOperations.filter((candidate) => candidate.path === path).map(({ method }) => method);
    const all = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].toSorted();
    const url = operation && (await requestFor(operation, values)).path;
    const rejected = await server.ask(url ?? '', { method: methods.includes('DELETE') ? 'QUERY' : 'DELETE' });
    const allow = rejected.headers.get('allow')?.split(', ').toSorted();
    expect([(await bodyOf(rejected, 'Problem', 405)).type, allow]).toEqual([
      'urn:larder:problem:method-not-allowed',
      all,
    ]);
  });
});

describe('a query parameter that is not described', () => {
  it.each(readers.map((operation) => [operation.id, operation] as const))('is ignored by %s', async (_, operation) => {
    const { path } = await requestFor(operation, values);
    const [plain, more] = [await server.ask(path), await server.ask(`${path}${path.includes('?') ? '&' : '?'}x=1`)];
    expect([more.status, stable(more.headers)]).toEqual([plain.status, stable(plain.headers)]);
    await Promise.all([plain.arrayBuffer(), more.arrayBuffer()]);
  });
});

describe('a query that is not percent-encoded UTF-8', () => {
  it.each(describedOperations.map((operation) => [operation.id, operation] as const))(
    'is rejected by %s, by its name',
    async (_, operation) => {
      const { path, init } = await requestFor(operation, values);
      const response = server.ask(`${path}${path.includes('?') ? '&' : '?'}unheard_of=%FF`, init);
      const { errors } = await bodyOf(response, 'InvalidRequestProblem', 400);
      expect(errors.map((error) => error.path)).toEqual(['query.unheard_of']);
    },
  );
});

it('broke the contract in no response', () => {
  expect(server.violations()).toBe(0);
});

/** Headers that are the same in all responses. */
function stable(headers: Headers): [string, string][] {
  return [...headers].filter(([name]) => !['date', 'keep-alive', 'connection', 'x-request-id'].includes(name));
}
