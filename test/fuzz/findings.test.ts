/** What `npm run fuzz` found once. A form's parts of the wrong kind are in `test/bad-input/malformed-forms.test.ts`. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bodyOf, rejectionOf } from '../fixtures/replies.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { buildWheel, wheelName } from '../fixtures/python-package.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const createToken = (expires_at: string): Promise<Response> =>
  server.ask('/v2/access-tokens', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ description: 'x', scopes: ['read_user'], expires_at }),
  });

it.each(['2100-13-01T00:00:00Z', '2100-02-30T00:00:00Z', '2100-01-01T25:00:00Z'])(
  'a time that does not exist is invalid: %s',
  async (time) => {
    const { errors } = await bodyOf(createToken(time), 'InvalidRequestProblem', 400);
    expect(errors.map(({ path }) => path)).toEqual(['body.expires_at']);
  },
);

it('a leap second is a time, but not one to expire at', async () => {
  expect(await rejectionOf(createToken('2100-12-31T23:59:60Z'))).toEqual({ status: 422, type: 'unusable-expiry' });
});

it.each([
  ['python', 'pypi/files', 264, (): Promise<Uint8Array> => Promise.resolve(buildWheel()), wheelName('demo', '1.0.0')],
  ['debian', 'any/pool', 255, buildDeb, 'demo.deb'],
] as const)('a file of %s is returned with the longest name', async (ecosystem, at, most, build, name) => {
  await createRegistry(server, ecosystem, ecosystem);
  const published = publish(server, ecosystem, name, Uint8Array.from(await build()));
  const { digests } = await bodyOf(published, 'Package');
  const longest = encodeURIComponent('💧'.repeat(most));
  const reply = await server.ask(`/acme/${ecosystem}/${at}/${digests.sha256}/${longest}`);
  await reply.bytes();
  expect([reply.status, server.violations()]).toEqual([200, 0]);
});
