/** Who may do what: every operation of the contract, with every kind of token. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DescribedOperation } from '../../src/contract/description.ts';
import { scopes } from '../../src/registry/limits.ts';
import { bodyOf, detailOf, refusalOf } from '../fixtures/answers.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { describedOperations, requestFor } from '../fixtures/described-requests.ts';
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
const elsewhere = secured.filter((operation) => !ofAnOrganization.includes(operation));
const perScope = secured.flatMap((operation) => scopes.map((scope) => [operation.id, scope, operation] as const));

it('has operations of every kind to ask', () => {
  expect([secured, open, ofAnOrganization, elsewhere].map((kind) => kind.length > 0)).toEqual([true, true, true, true]);
});

describe('an operation that needs a token', () => {
  beforeAll(shelve);

  it.each(titled(secured))('%s answers 401 with a challenge to a caller without one', async (_, operation) => {
    const response = await ask(operation, undefined);
    expect([await refusalOf(response), response.headers.get('www-authenticate')]).toEqual([
      { status: 401, type: 'unauthenticated' },
      'Bearer realm="Larder"',
    ]);
  });

  it.each(titled(secured))('%s answers 401 to an unknown token', async (_, operation) => {
    expect(await refusalOf(ask(operation, 'no-such-token-anywhere'))).toEqual({ status: 401, type: 'unauthenticated' });
  });

  it.each(titled(secured))('%s answers 401 to a token that has expired', async (_, operation) => {
    const token = await storeToken(server.larder, { expiresAt: new Date(Date.now() - 1000) });
    expect(await refusalOf(ask(operation, token))).toEqual({ status: 401, type: 'unauthenticated' });
  });

  it.each(titled(ofAnOrganization))('%s answers 404 to a token of another organization', async (_, operation) => {
    const token = await storeToken(server.larder, { organization: 'elsewhere' });
    expect(await detailOf(ask(operation, token), 404)).toBe(
      'There is no organization "acme" here, or the token may not see it.',
    );
  });

  const lacking = perScope.filter(([, scope, operation]) => missingWith(operation, scope).length > 0);

  it.each(lacking)(
    '%s answers 403 to a token that has only %s, and names what it lacks',
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
    await shelve();
    const needed = scopes.filter((scope) => scopesOf(operation).includes(scope));
    const response = await ask(operation, await storeToken(server.larder, { scopes: needed }));
    await response.arrayBuffer();
    expect(response.status).toBe(200);
  });

  it.each(titled(elsewhere))('%s answers a token of another organization about itself', async (_, operation) => {
    const response = await ask(operation, await storeToken(server.larder, { organization: 'elsewhere' }));
    expect([response.status, (await response.text()).includes('acme')]).toEqual([200, false]);
  });
});

describe('an operation that needs no token', () => {
  it.each(titled(open))('%s answers a caller without one', async (_, operation) => {
    const response = await ask(operation, undefined);
    await response.arrayBuffer();
    expect(response.status).toBe(200);
  });

  it.each(titled(open))('%s does not look at one that is wrong', async (_, operation) => {
    const response = await ask(operation, 'no-such-token-anywhere');
    await response.arrayBuffer();
    expect(response.status).toBe(200);
  });
});

it('broke the contract in no answer', () => {
  expect(server.violations()).toBe(0);
});

/** A registry with a package, and another to copy to, for operations that change them. */
async function shelve(): Promise<void> {
  shelves += 1;
  const registry = await bodyOf(createRegistry(server, `shelf ${shelves}`, 'debian'), 'Registry');
  const destination = await bodyOf(createRegistry(server, `other shelf ${shelves}`, 'debian'), 'Registry');
  const deb = Uint8Array.from(await buildDeb());
  const { id } = await bodyOf(publish(server, registry.slug, 'demo.deb', deb), 'Package');
  values = { organization: 'acme', registry: registry.slug, to: destination.slug, package: id, file: 'demo.deb' };
}
let shelves = 0;

async function ask(operation: DescribedOperation, token: string | undefined): Promise<Response> {
  const { path, init } = await requestFor(operation, values ?? {});
  const headers = { ...init.headers, ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) };
  return fetch(server.url + path, { ...init, headers });
}

function titled(operations: readonly DescribedOperation[]): [string, DescribedOperation][] {
  return operations.map((operation) => [operation.id, operation]);
}

function scopesOf({ access }: DescribedOperation): readonly string[] {
  return access.ways.flatMap((way) => way.scopes);
}

function missingWith(operation: DescribedOperation, scope: string): string[] {
  return scopesOf(operation).filter((needed) => needed !== scope);
}
