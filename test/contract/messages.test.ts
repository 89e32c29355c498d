/** Messages about invalid requests use the words of the request, not of the schema. */
import api from '../../generated/openapi.json' with { type: 'json' };
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyOf } from '../fixtures/replies.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  await createRegistry(server, 'Plain', 'files');
});
afterAll(() => server[Symbol.asyncDispose]());

const registry = { name: 'One', ecosystem: 'files' };
const token = { description: 'For builds', scopes: ['read_packages'] };
const ids = Array.from({ length: 1001 }, (_, index) => `0190e784-eeb7-4ce4-9d2d-${String(index).padStart(12, '0')}`);

const wrong: [field: string, message: string, path: () => string, body: unknown][] = [
  ['body.name', 'is missing', registries, { ecosystem: 'files' }],
  ['body.name', 'must not be empty', registries, { ...registry, name: '' }],
  ['body.name', 'must be text', registries, { ...registry, name: 7 }],
  ['body.name', 'must have at most 100 characters', registries, { ...registry, name: 'a'.repeat(101) }],
  [
    'body.ecosystem',
    `must be one of ${api.components.schemas.Ecosystem.enum.join(', ')}`,
    registries,
    { ...registry, ecosystem: 'fortran' },
  ],
  ['body.description', 'must be text or null', registries, { ...registry, description: [] }],
  ['body.oidc_policy', 'must be text or null or a list', registries, { ...registry, oidc_policy: 1 }],
  ['body.team_ids', 'must have at most 1000 items', registries, { ...registry, team_ids: ids }],
  ['body.scopes', 'must not be empty', tokens, { ...token, scopes: [] }],
  ['body.scopes', 'must not have duplicate items', tokens, { ...token, scopes: ['read_user', 'read_user'] }],
  [
    'body.expires_at',
    'must be a date and a time with an offset, such as 2030-01-31T12:00:00Z',
    tokens,
    { ...token, expires_at: '2020-01-01' },
  ],
  ['body', 'must be an object', tokens, []],
  ['query.page', 'must be sent once', () => `${server.in('plain', 'packages')}?page=1&page=2`, undefined],
  [
    'query.per_page',
    'must be a whole number in decimal digits, such as 10',
    () => `${registries()}?per_page=a`,
    undefined,
  ],
  [
    'path.package',
    'must be a UUID, such as 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44',
    () => server.in('plain', 'packages', 'x'),
    undefined,
  ],
  ['path.registry', 'must have at most 100 characters', () => server.in('a'.repeat(101)), undefined],
];

test.each(wrong)('%s %s', async (path, message, url, body) => {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const reply = server.ask(url(), body === undefined ? {} : init);
  const { errors } = await bodyOf(reply, 'InvalidRequestProblem', 400);
  expect(errors).toContainEqual({ path, message });
  for (const error of errors) expect(error.message).not.toMatch(/property|propert|NOT|format|schema|pattern/);
});

function registries(): string {
  return server.in();
}

function tokens(): string {
  return '/v2/access-tokens';
}
