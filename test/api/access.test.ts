/** The access of every kind of token to every operation of the contract. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DescribedOperation } from '../../src/contract/description.ts';
import { scopes } from '../../src/model/limits.ts';
import { bodyOf, detailOf, rejectionOf } from '../fixtures/replies.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { buildWheel } from '../fixtures/python-package.ts';
import { bodyExampleOf, describedOperations, requestFor } from '../fixtures/described-requests.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { storeToken } from '../fixtures/stored-tokens.ts';

let server: TestServer;
let values: Record<string, string>;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const secured = describedOperations.filter(({ access }) => access.ways.length > 0 && !access.anonymous);
const open = describedOperations.filter(({ access }) => access.ways.length === 0);
const ofAnOrganization = secured.filter(({ path }) => path.includes('{organization}'));
const ofThings = secured.filter(({ path }) => !path.includes('{organization}') && path.includes('{'));
const elsewhere = secured.filter(({ path }) => !path.includes('{'));
const ofRegistries = secured.filter(({ path }) => path.includes('{registry}'));
const perScope = secured.flatMap((operation) => scopes.map((scope) => [operation.id, scope, operation] as const));

it('has operations of every kind', () => {
  const kinds = [secured, open, ofAnOrganization, ofThings, elsewhere, ofRegistries];
  expect(kinds.filter((kind) => kind.length === 0)).toEqual([]);
});

describe('an operation that needs a token', () => {
  beforeAll(() => shelve());

  it.each(titled(secured))('%s responds with 401 with a challenge to a caller without one', async (_, operation) => {
    const response = await ask(operation, undefined);
    expect([await rejectionOf(response), response.headers.get('www-authenticate')]).toEqual([
      { status: 401, type: 'unauthenticated' },
      'Bearer realm="Larder"',
    ]);
  });

  it.each(titled(secured))('%s responds with 401 to an unknown token', async (_, operation) => {
    expect(await rejectionOf(ask(operation, 'no-such-token-anywhere'))).toEqual({
      status: 401,
      type: 'unauthenticated',
    });
  });

  it.each(titled(secured))('%s responds with 401 to a token that has expired', async (_, operation) => {
    const token = await storeToken(server.larder, { expiresAt: new Date(Date.now() - 1000) });
    expect(await rejectionOf(ask(operation, token))).toEqual({ status: 401, type: 'unauthenticated' });
  });

  it.each(titled(ofAnOrganization))('%s responds with 404 to a token of another organization', async (_, operation) => {
    const token = await storeToken(server.larder, { organization: 'elsewhere' });
    expect(await detailOf(ask(operation, token), 404)).toBe(
      'Organization "acme" not found, or the token has no access to it.',
    );
  });

  it.each(titled(ofThings))('%s responds with 404 to a token of another organization', async (_, operation) => {
    const token = await storeToken(server.larder, { organization: 'elsewhere' });
    expect(await rejectionOf(ask(operation, token))).toEqual({ status: 404, type: 'not-found' });
  });

  const lacking = perScope.filter(([, scope, operation]) => missingWith(operation, scope).length > 0);

  it.each(lacking)(
    '%s responds with 403 to a token that has only %s, and names what it lacks',
    async (_, scope, operation) => {
      const token = await storeToken(server.larder, { scopes: [scope] });
      const missing = missingWith(operation, scope);
      const noun = missing.length === 1 ? 'scope' : 'scopes';
      expect(await detailOf(ask(operation, token), 403)).toBe(
        `Your access token doesn't have the ${missing.join(' and ')} ${noun}.`,
      );
    },
  );

  it.each(titled(secured))('%s is open to a token with just its scopes', async (_, operation) => {
    await shelveFor(operation);
    // What an operation grants, its caller must have.
    const needed = scopes.filter((scope) => [...scopesOf(operation), ...grantedBy(operation)].includes(scope));
    const response = await ask(operation, await storeToken(server.larder, { scopes: needed }));
    await response.arrayBuffer();
    expect(response.status).toBe(successOf(operation));
  });

  it.each(titled(elsewhere))('%s accepts a token of another organization', async (_, operation) => {
    const response = await ask(operation, await storeToken(server.larder, { organization: 'elsewhere' }));
    expect([response.status, (await response.text()).includes('acme')]).toEqual([successOf(operation), false]);
  });
});

describe('a registry token', () => {
  const reading = (operation: DescribedOperation): boolean => missingWith(operation, 'read_packages').length === 0;
  const tokenOf = async (slug: string): Promise<string> => {
    const registry = await bodyOf(server.ask(server.in(slug)), 'Registry');
    return storeToken(server.larder, { registryId: registry.id, scopes: ['read_packages'] });
  };

  it.each(titled(ofRegistries.filter(reading)))('reads its registry by %s', async (_, operation) => {
    await shelveFor(operation);
    const response = await ask(operation, await tokenOf(values['registry'] ?? ''));
    await response.arrayBuffer();
    expect(response.status).toBe(successOf(operation));
  });

  it.each(titled(ofRegistries.filter(reading)))('does not see another registry by %s', async (_, operation) => {
    await shelveFor(operation);
    const response = ask(operation, await tokenOf(values['to'] ?? ''));
    expect(await rejectionOf(response)).toEqual({ status: 404, type: 'not-found' });
  });

  it.each(titled(secured.filter((operation) => !reading(operation))))('cannot %s', async (_, operation) => {
    await shelveFor(operation, false);
    const response = ask(operation, await tokenOf(values['registry'] ?? ''));
    expect(await rejectionOf(response)).toEqual({ status: 403, type: 'missing-scope' });
  });
});

describe('an operation that needs no token', () => {
  it.each(titled(open))('%s responds to a caller without a token', async (_, operation) => {
    await shelveFor(operation);
    const response = await ask(operation, undefined);
    await response.arrayBuffer();
    expect(response.status).toBe(successOf(operation));
  });

  it.each(titled(open))('%s does not look at one that is wrong', async (_, operation) => {
    await shelveFor(operation);
    const response = await ask(operation, 'no-such-token-anywhere');
    await response.arrayBuffer();
    expect(response.status).toBe(successOf(operation));
  });
});

it('broke the contract in no response', () => {
  expect(server.violations()).toBe(0);
});

/** A registry with a package, and another to copy to, for operations that change them. */
async function shelve(ecosystem: keyof typeof samples = 'debian'): Promise<void> {
  shelves += 1;
  shelved = ecosystem;
  const registry = await bodyOf(createRegistry(server, `shelf ${shelves}`, ecosystem), 'Registry');
  const destination = await bodyOf(createRegistry(server, `other shelf ${shelves}`, ecosystem), 'Registry');
  const { file, bytes } = await samples[ecosystem]();
  const { id, name } = await bodyOf(publish(server, registry.slug, file, bytes), 'Package');
  const json = { 'Content-Type': 'application/json' };
  const made = (path: string, body: object): Promise<Response> =>
    server.ask(path, { method: 'POST', headers: json, body: JSON.stringify(body) });
  const ofRegistry = await bodyOf(made(server.in(registry.slug, 'tokens'), { description: 'x' }), 'RegistryToken');
  // A token is deleted by one that has all its scopes.
  const scope = { scopes: ['write_access_tokens'] };
  const access = await bodyOf(made('/v2/access-tokens', { description: 'x', ...scope }), 'AccessToken');
  const { form } = await bodyOf(made(server.in(registry.slug, 'packages', 'upload'), {}), 'PackageUpload');
  values = {
    organization: 'acme',
    registry: registry.slug,
    to: destination.slug,
    package: id,
    project: name,
    file,
    registry_token: ofRegistry.id,
    access_token: access.uuid,
    upload: form.url.split('/').at(-1) ?? '',
    ...form.data,
  };
}
let shelves = 0;
let shelved: keyof typeof samples;

const samples = {
  debian: async () => ({ file: 'demo.deb', bytes: Uint8Array.from(await buildDeb()) }),
  python: () => ({ file: 'demo-1.0-py3-none-any.whl', bytes: buildWheel({ name: 'demo', version: '1.0' }) }),
};

/** The same, unless those of the test before are unchanged. The projects of Python have a status. */
async function shelveFor({ method, path }: DescribedOperation, changes = method !== 'GET'): Promise<void> {
  const ecosystem = path.includes('{project}') ? 'python' : 'debian';
  if (areChanged || ecosystem !== shelved) await shelve(ecosystem);
  areChanged = changes;
}
let areChanged = true;

async function ask(operation: DescribedOperation, token: string | undefined): Promise<Response> {
  const { path, init } = await requestFor(operation, values ?? {});
  const headers = { ...init.headers, ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) };
  return fetch(server.url + path, { ...init, headers });
}

function titled(operations: readonly DescribedOperation[]): [string, DescribedOperation][] {
  return operations.map((operation) => [operation.id, operation]);
}

function successOf({ replies }: DescribedOperation): number {
  return Math.min(...replies.keys());
}

/** The scopes that the example of a body requires. */
function grantedBy(operation: DescribedOperation): readonly string[] {
  const { scopes: granted = [] } = operation.body?.media.has('application/json')
    ? (bodyExampleOf(operation, 'application/json') as { scopes?: readonly string[] })
    : {};
  return granted;
}

function scopesOf({ access }: DescribedOperation): readonly string[] {
  return access.ways.flatMap((way) => way.scopes);
}

function missingWith(operation: DescribedOperation, scope: string): string[] {
  return scopesOf(operation).filter((needed) => needed !== scope);
}
