/** What a server has to begin with. */
import { expect, it } from 'vitest';
import { prepareOrganization } from '../../src/registry/first-start.ts';
import { scopes } from '../../src/model/limits.ts';
import { findToken } from '../../src/registry/tokens.ts';
import { useDatabase } from '../storage/catalog/test-database.ts';
import { writable } from '../../src/registry/writable.ts';

const database = useDatabase();
const unset = { organization: undefined, secret: undefined };

it('is an organization with an owner', async () => {
  const catalog = await database.open();
  const { organization, newSecret = '' } = await prepareOrganization(
    { [writable]: catalog },
    { ...unset, organization: 'some_body' },
  );
  expect(organization).toMatchObject({ slug: 'some_body', name: 'some_body' });
  expect(await findToken({ catalog }, newSecret)).toMatchObject({
    organization: { id: organization.id, slug: 'some_body' },
    user: { name: 'Owner of some_body', email: 'owner@some-body.invalid' },
  });
});

it('is a token that may do everything, whose secret is returned once', async () => {
  const catalog = await database.open();
  const first = await prepareOrganization({ [writable]: catalog }, unset);
  const token = await findToken({ catalog }, first.newSecret ?? '');
  expect(token).toMatchObject({ description: 'Made at the first start', scopes, expiresAt: null, registryId: null });
  const again = await prepareOrganization({ [writable]: catalog }, unset);
  expect(again).toEqual({ ...first, newSecret: undefined });
});

it("is the operator's own token instead, whose secret is not returned", async () => {
  const catalog = await database.open();
  const prepared = await prepareOrganization(
    { [writable]: catalog },
    { organization: 'operated', secret: "the operator's secret" },
  );
  const token = await findToken({ catalog }, "the operator's secret");
  expect(prepared).toEqual({
    organization: expect.objectContaining({ slug: 'operated' }) as object,
    newSecret: undefined,
    endedTokens: [],
    firstTokens: [],
  });
  expect(token).toMatchObject({ description: 'Set by the operator', scopes, organization: { slug: 'operated' } });
});

it('is the same organization for servers that start together on an empty database, each with another slug', async () => {
  const slugs = ['one', 'two'];
  const catalogs = await Promise.all(slugs.map(() => database.open()));
  const all = Promise.withResolvers<void>();
  let count = 0;
  // None creates an organization before all have found none.
  const oldest = async () => {
    count += 1;
    if (count === slugs.length) all.resolve();
    await all.promise;
    return undefined;
  };
  const starts = catalogs.map((catalog, index) =>
    prepareOrganization(
      { [writable]: { ...catalog, organizations: { ...catalog.organizations, oldest } } },
      { ...unset, organization: slugs[index] },
    ),
  );
  const [first, second] = (await Promise.all(starts)).map(({ organization }) => organization);
  expect([second, slugs.includes(first?.slug ?? '')]).toEqual([first, true]);
});
