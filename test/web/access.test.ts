import { beforeAll, describe, expect, test } from 'vitest';
import { createRegistry, publish } from '../fixtures/server.ts';
import { issueToken } from '../native/tokens.ts';
import { useServer } from '../native/watched-server.ts';
import { idOf, password, pathOf, textOf } from './people.ts';

const server = useServer();
const nobody = '0191e23a-4bc8-7683-bfa4-5f73bc9b7c44';
const ids = { open: '', closed: '' };
let rival = '';

beforeAll(async () => {
  await createRegistry(server(), 'Open', 'files', { public: true });
  await createRegistry(server(), 'Closed', 'files');
  ids.open = await idOf(await publish(server(), 'open', 'a-1.0.0.txt', 'a'));
  ids.closed = await idOf(await publish(server(), 'closed', 'a-1.0.0.txt', 'a'));
  await issueToken(server(), { organization: 'shut' });
  rival = await issueToken(server(), { organization: 'rivals', scopes: ['read_packages', 'read_registries'] });
});

/** Pages that are missing for an anonymous user, each with its reason. */
const hidden: readonly (readonly [string, () => string])[] = [
  ['a private registry', () => pathOf.registry('closed')],
  ['a package of a private registry', () => pathOf.package('closed', ids.closed)],
  ['a registry that is not there', () => pathOf.registry('none')],
  ['a registry of an organization that is not there', () => pathOf.registry('open', 'none')],
  ['an organization without public registries', () => pathOf.organization('shut')],
  ['an organization that is not there', () => pathOf.organization('none')],
];

const open: readonly (readonly [string, () => string])[] = [
  ['a public registry', () => pathOf.registry('open')],
  ['a package of a public registry', () => pathOf.package('open', ids.open)],
  ['an organization with a public registry', () => pathOf.organization('acme')],
];

describe('an anonymous caller', () => {
  test.each(hidden)('gets a 401 with a challenge at %s', async (_, path) => {
    const reply = await server().native(path());
    expect([reply.status, reply.headers.get('WWW-Authenticate')]).toEqual([401, 'Basic realm="Larder"']);
  });

  test.each(open)('looks at %s', async (_, path) => {
    expect((await server().native(path())).status).toBe(200);
  });

  test.each(['/favicon.ico', '/robots.txt'])('gets a 404 without a challenge at %s', async (path) => {
    expect((await server().native(path)).status).toBe(404);
  });

  test('gets a 404 for a missing package of a public registry', async () => {
    expect((await server().native(pathOf.package('open', nobody))).status).toBe(404);
  });
});

describe('a member', () => {
  test.each([...hidden.slice(0, 2), ...open])('looks at %s', async (_, path) => {
    expect((await server().native(path(), { headers: password(server().token) })).status).toBe(200);
  });

  test.each(hidden.filter(([what]) => what.includes('not there')))('does not find %s', async (_, path) => {
    expect((await server().native(path(), { headers: password(server().token) })).status).toBe(404);
  });

  test('does not find a package of one registry in another', async () => {
    const reply = await server().native(pathOf.package('open', ids.closed), { headers: password(server().token) });
    expect(reply.status).toBe(404);
  });

  test('needs the scope that reads packages', async () => {
    const headers = password(await issueToken(server(), { scopes: ['write_packages'] }));
    expect((await server().native(pathOf.registry('closed'), { headers })).status).toBe(403);
  });

  test('sees all registries of the organization, and how open they are', async () => {
    const reply = await server().native(pathOf.organization('acme'), { headers: password(server().token) });
    expect(textOf(await reply.text())).toMatch(/Open files public Closed files private/);
  });
});

describe.each([
  ['an anonymous caller', () => ({})],
  ['a member of another organization', () => password(rival)],
])('%s', (_, headers) => {
  test('sees the public registries of an organization only', async () => {
    const reply = await server().native(pathOf.organization('acme'), { headers: headers() });
    const text = textOf(await reply.text());
    expect([text.includes('Open files public'), text.includes('Closed')]).toEqual([true, false]);
  });

  test('finds no more of an organization after its last public registry', async () => {
    const last = `${pathOf.organization('acme')}?after=ffffffff-ffff-7fff-bfff-ffffffffffff`;
    const missing = `${pathOf.organization('none')}?after=ffffffff-ffff-7fff-bfff-ffffffffffff`;
    const ask = async (path: string): Promise<number> => (await server().native(path, { headers: headers() })).status;
    expect(await ask(last)).toBe(await ask(missing));
  });
});

describe('a member of another organization', () => {
  test.each(hidden)('does not find %s', async (_, path) => {
    expect((await server().native(path(), { headers: password(rival) })).status).toBe(404);
  });

  test.each(open)('looks at %s', async (_, path) => {
    expect((await server().native(path(), { headers: password(rival) })).status).toBe(200);
  });
});

test.each([...hidden, ...open])('a wrong password is rejected at %s', async (_, path) => {
  expect((await server().native(path(), { headers: password('wrong') })).status).toBe(401);
});
