/** The lookups of the server for anonymous requests, which the duration of its responses reveals. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createNativeResolvers } from '../../src/serving/native-resolvers.ts';
import { Failure } from '../../src/model/failure.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await createRegistry(server, 'private', 'files');
});
afterAll(() => server[Symbol.asyncDispose]());

/** Requests a registry without credentials. Returns the lookups before the rejection, and the rejection. */
async function lookedUp(organization: string, registry: string): Promise<readonly unknown[]> {
  const steps: unknown[] = [];
  const { organizations, registries, ...others } = server.larder.catalog;
  const catalog = {
    ...others,
    organizations: {
      ...organizations,
      find: (slug: string) => {
        steps.push('an organization');
        return organizations.find(slug);
      },
    },
    registries: {
      ...registries,
      find: (id: string, slug: string) => {
        steps.push('a registry');
        return registries.find(id, slug);
      },
    },
  };
  const resolvers = createNativeResolvers({ ...server.larder, catalog }, ['files']);
  const stranger = (): never => {
    throw new Failure('unauthenticated', 'Who are you?');
  };
  try {
    const found = { organization: await resolvers.organization(organization, {}, stranger) };
    await resolvers.registry(registry, found, stranger);
  } catch (error) {
    steps.push(error instanceof Failure ? error.code : error);
  }
  return steps;
}

it.each([
  ['a private registry', 'acme', 'private'],
  ['no registry', 'acme', 'nothing'],
  ['no organization', 'nobody', 'private'],
])('looks up the same for %s', async (_, organization, registry) => {
  expect(await lookedUp(organization, registry)).toEqual(['an organization', 'a registry', 'unauthenticated']);
});
