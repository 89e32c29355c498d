/** What a server has to begin with. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareOrganization } from '../../src/registry/first-start.ts';
import { scopes } from '../../src/registry/limits.ts';
import { findToken } from '../../src/registry/tokens.ts';
import { startTestServer, type TestServer } from '../fixtures/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

it('is an organization with an owner', async () => {
  const { organization, newSecret = '' } = await prepareOrganization(server.larder, 'some_body', undefined);
  expect(organization).toMatchObject({ slug: 'some_body', name: 'some_body' });
  expect(await findToken(server.larder, newSecret)).toMatchObject({
    organization: { id: organization.id, slug: 'some_body' },
    user: { name: 'Owner of some_body', email: 'owner@some-body.invalid' },
  });
});

it('is a token that may do everything, which is told once', async () => {
  const first = await prepareOrganization(server.larder, 'told', undefined);
  const token = await findToken(server.larder, first.newSecret ?? '');
  expect(token).toMatchObject({ description: 'Made at the first start', scopes, expiresAt: null, registryId: null });
  const again = await prepareOrganization(server.larder, 'told', undefined);
  expect(again).toEqual({ organization: first.organization, newSecret: undefined });
});

it("is the operator's own token instead, of which nothing is told", async () => {
  const prepared = await prepareOrganization(server.larder, 'operated', "the operator's secret");
  const token = await findToken(server.larder, "the operator's secret");
  expect(prepared).toEqual({
    organization: expect.objectContaining({ slug: 'operated' }) as object,
    newSecret: undefined,
  });
  expect(token).toMatchObject({ description: 'Set by the operator', scopes, organization: { slug: 'operated' } });
});
