import { beforeAll, describe, expect, test } from 'vitest';
import { createRegistry, publish } from '../fixtures/server.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { withAnyRequestId } from '../fixtures/request-id.ts';
import { issueToken } from './tokens.ts';
import { useServer } from './watched-server.ts';

const server = useServer();

const sums = '0'.repeat(64);

/** Each kind of URL that clients of a Debian registry request, below the registry. */
const debianUrls = [
  'gpgkey',
  'any/dists/any/InRelease',
  'any/dists/any/main/binary-amd64/Packages.gz',
  `any/dists/any/main/binary-amd64/by-hash/SHA256/${sums}`,
  'any/dists/any/main/debian-installer/binary-amd64/Packages.gz',
  `any/dists/any/main/debian-installer/binary-amd64/by-hash/SHA256/${sums}`,
  'any/dists/any/main/Contents-amd64.gz',
  `any/dists/any/main/by-hash/SHA256/${sums}`,
  `any/pool/${sums}/demo_1.0.0_all.deb`,
];

/** Files that anonymous clients may not read, for each reason. */
const hidden = [
  ['a private registry', 'acme/private-debs/gpgkey'],
  ['a registry that is not there', 'acme/no-such-debs/gpgkey'],
  ['an organization that is not there', 'nobody/private-debs/gpgkey'],
  ["another organization's private registry", 'rivals/rival-debs/gpgkey'],
  ['a private registry of another ecosystem', 'acme/private-files/gpgkey'],
  ['a public registry of another ecosystem', 'acme/public-files/gpgkey'],
  ['a debian registry asked for plain files', 'acme/public-debs/files/demo-1.0.0.txt'],
] as const;

let rival = '';

beforeAll(async () => {
  await createRegistry(server(), 'Private debs', 'debian');
  await createRegistry(server(), 'Public debs', 'debian', { public: true });
  await createRegistry(server(), 'Private files', 'files');
  await createRegistry(server(), 'Public files', 'files', { public: true });
  rival = await issueToken(server(), { organization: 'rivals', scopes: ['read_packages', 'write_registries'] });
  const form = { name: 'Rival debs', ecosystem: 'debian' };
  const made = await server().native('v2/packages/organizations/rivals/registries', {
    method: 'POST',
    headers: { ...bearer(rival), 'Content-Type': 'application/json' },
    body: JSON.stringify(form),
  });
  expect(made.status).toBe(200);
});

describe('an anonymous caller', () => {
  test.each(hidden)('gets a 401 with a challenge at %s', async (_, path) => {
    const reply = await server().native(path);
    expect([reply.status, reply.headers.get('WWW-Authenticate')]).toEqual([401, 'Basic realm="Larder"']);
  });

  test('reads the same words wherever a password is needed', async () => {
    const replies = await Promise.all(hidden.map(async ([, path]) => contentOf(await server().native(path))));
    expect(new Set(replies).size).toBe(1);
  });

  test.each(debianUrls)('gets a 401 with a challenge at %s of a private registry', async (url) => {
    expect((await server().native(`acme/private-debs/${url}`)).status).toBe(401);
  });

  test('gets a 401 with a challenge at a file of a private registry', async () => {
    await publish(server(), 'private-files', 'secret-1.0.0.txt', 'secret');
    expect((await server().native('acme/private-files/files/secret-1.0.0.txt')).status).toBe(401);
  });

  test('gets a 401 with a challenge for HEAD, too', async () => {
    expect((await server().native('acme/private-debs/gpgkey', { method: 'HEAD' })).status).toBe(401);
  });

  test('gets the key of a public registry', async () => {
    expect((await server().native('acme/public-debs/gpgkey')).status).toBe(200);
  });

  test('gets a 404 for a missing file of a public registry', async () => {
    const found = await Promise.all(debianUrls.slice(3).map((url) => server().native(`acme/public-debs/${url}`)));
    expect(found.map(({ status }) => status)).toEqual(found.map(() => 404));
  });

  test('is let in as soon as the registry becomes public, and no longer than that', async () => {
    await createRegistry(server(), 'Opening debs', 'debian');
    const seen: number[] = [];
    for (const isPublic of [true, false]) {
      await server().ask(server().in('opening-debs'), {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ public: isPublic }),
      });
      seen.push((await server().native('acme/opening-debs/any/dists/any/InRelease')).status);
    }
    expect(seen).toEqual([200, 401]);
  });
});

describe('a caller with a token of the organization', () => {
  test.each([
    ['a registry that is not there', 'acme/no-such-debs/gpgkey'],
    ['an organization that is not there', 'nobody/private-debs/gpgkey'],
    ["another organization's private registry", 'rivals/rival-debs/gpgkey'],
    ['a registry of another ecosystem', 'acme/private-files/gpgkey'],
    ['an index that is not there', 'acme/private-debs/any/dists/any/Contents-amd64'],
    ['an architecture that is not there', 'acme/private-debs/any/dists/any/main/binary-mips/Packages'],
    ['a component that is not there', 'acme/private-debs/any/dists/any/contrib/binary-amd64/Packages'],
    ['a file that is not there', 'acme/private-files/files/none-1.0.0.txt'],
  ])('does not find %s', async (_, path) => {
    expect((await server().native(path, { headers: server().authorized })).status).toBe(404);
  });

  test('cannot distinguish another organization from a missing one', async () => {
    const words = async (organization: string): Promise<string> => {
      const reply = await server().native(`${organization}/rival-debs/gpgkey`, { headers: server().authorized });
      return withAnyRequestId(reply, await reply.text()).replaceAll(organization, 'somebody');
    };
    expect(await words('rivals')).toBe(await words('nobody'));
  });

  test.each([
    ['as a bearer', () => `Bearer ${server().token}`],
    ['as the password of the documented user', () => basic('buildkite', server().token)],
    ['as the password of any user', () => basic('zoë', server().token)],
    ['as the password of no user', () => basic('', server().token)],
  ])('gets in with it %s', async (_, authorization) => {
    const reply = await server().native('acme/private-debs/gpgkey', { headers: { Authorization: authorization() } });
    expect(reply.status).toBe(200);
  });

  test('is rejected when it may not read packages', async () => {
    const token = await issueToken(server(), { scopes: ['write_packages', 'read_registries'] });
    const reply = await server().native('acme/private-debs/gpgkey', { headers: bearer(token) });
    expect([reply.status, await messageOf(reply)]).toEqual([
      403,
      "Your access token doesn't have the read_packages scope.",
    ]);
  });

  test('is rejected alike when it may not read packages and there are none', async () => {
    const headers = bearer(await issueToken(server(), { scopes: ['write_packages'] }));
    const replies = await Promise.all(
      hidden.map(async ([, path]) => contentOf(await server().native(path, { headers }))),
    );
    expect(new Set(replies).size).toBe(1);
  });

  test('needs no scope for public registries', async () => {
    const token = await issueToken(server(), { scopes: ['write_packages'] });
    expect((await server().native('acme/public-debs/gpgkey', { headers: bearer(token) })).status).toBe(200);
  });
});

describe('a caller with a token of another organization', () => {
  test('reads a public registry', async () => {
    expect((await server().native('acme/public-debs/gpgkey', { headers: bearer(rival) })).status).toBe(200);
  });

  test('does not find a private one', async () => {
    expect((await server().native('acme/private-debs/gpgkey', { headers: bearer(rival) })).status).toBe(404);
  });

  test('does not find the deb of a private one by its digest', async () => {
    const deb = Buffer.from(await buildDeb({ control: { Package: 'hidden' } }));
    const published = await publish(server(), 'private-debs', 'hidden.deb', deb);
    expect(published.status).toBe(200);
    const index = 'acme/private-debs/any/dists/any/main/binary-all/Packages';
    const entry = await (await server().native(index, { headers: server().authorized })).text();
    const pool = /^Filename: (.*)$/m.exec(entry)?.[1] ?? '';
    const asked = ['acme/private-debs', 'rivals/rival-debs', 'acme/public-debs'].map((home) =>
      server().native(`${home}/any/${pool}`, { headers: bearer(rival) }),
    );
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});

describe('credentials that are not good', () => {
  test.each([
    ['an unknown token', () => 'Bearer unknown-token-0123456789'],
    ['an unknown token as a password', () => basic('buildkite', 'unknown-token-0123456789')],
    ['a token as the user', () => basic(server().token, '')],
    ['another scheme', () => 'Digest username="buildkite"'],
    ['words that are no credentials', () => 'Basic not,base64'],
  ])('are rejected even where none are needed: %s', async (_, authorization) => {
    const reply = await server().native('acme/public-debs/gpgkey', { headers: { Authorization: authorization() } });
    expect([reply.status, reply.headers.get('WWW-Authenticate')]).toEqual([401, 'Basic realm="Larder"']);
  });

  test('are those of a token that has expired', async () => {
    const token = await issueToken(server(), { expiresAt: new Date(Date.now() - 1000) });
    expect((await server().native('acme/private-debs/gpgkey', { headers: bearer(token) })).status).toBe(401);
  });
});

function bearer(token: string): { Authorization: string } {
  return { Authorization: `Bearer ${token}` };
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** All that a caller gets to see, but for the time of day and the id of the request. */
async function contentOf(reply: Response): Promise<string> {
  const headers = [...reply.headers].filter(([name]) => name !== 'date');
  return withAnyRequestId(reply, JSON.stringify([reply.status, headers, await reply.text()]));
}

async function messageOf(reply: Response): Promise<unknown> {
  const body: unknown = await reply.json();
  return typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined;
}
