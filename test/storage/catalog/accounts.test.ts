/** What organizations and shared secrets must do. */
import { describe, expect, it } from 'vitest';
import { sampleOrganization, sampleUser, storeOrganization } from './samples.ts';
import { useDatabase } from './test-database.ts';

const database = useDatabase();

describe('organizations', () => {
  it('finds an organization by its slug', async () => {
    const catalog = await database.open();
    const { organization } = await storeOrganization(catalog);
    expect(await catalog.organizations.find('acme')).toEqual(organization);
  });

  it('finds nothing under an unknown slug', async () => {
    const catalog = await database.open();
    expect(await catalog.organizations.find('acme')).toBeUndefined();
  });

  it('returns the existing organization and owner', async () => {
    const catalog = await database.open();
    const first = await storeOrganization(catalog);
    const second = await catalog.organizations.ensure(
      sampleOrganization({ name: 'Other' }),
      sampleUser({ name: 'Eve' }),
    );
    expect(second).toEqual(first);
  });

  it('finds the organization that was created first, with its owner', async () => {
    const catalog = await database.open();
    const before = await catalog.organizations.oldest();
    const late = sampleOrganization({ slug: 'late', createdAt: new Date('2026-02-03T04:05:00.000Z') });
    await catalog.organizations.ensure(late, sampleUser());
    const first = await storeOrganization(catalog);
    expect([before, await catalog.organizations.oldest()]).toEqual([undefined, first]);
  });

  it('creates one organization if several servers start concurrently', async () => {
    const catalogs = await Promise.all([database.open(), database.open(), database.open()]);
    const replies = await Promise.all(catalogs.map((catalog) => storeOrganization(catalog)));
    expect(new Set(replies.map(({ organization, owner }) => `${organization.id} ${owner.id}`)).size).toBe(1);
  });
});

describe('a shared secret', () => {
  it('is the one that was made first', async () => {
    const catalogs = await Promise.all([database.open(), database.open()]);
    const replies = [];
    for (const [n, catalog] of catalogs.entries()) replies.push(await catalog.secret('links', `made by ${n}`));
    expect(replies).toEqual(['made by 0', 'made by 0']);
  });

  it('is the same for several servers that read it concurrently', async () => {
    const catalogs = await Promise.all([database.open(), database.open(), database.open()]);
    const replies = await Promise.all(catalogs.map((catalog, n) => catalog.secret('links', `made by ${n}`)));
    expect(new Set(replies).size).toBe(1);
  });

  it('is another under another name', async () => {
    const catalog = await database.open();
    expect([await catalog.secret('one', '1'), await catalog.secret('two', '2')]).toEqual(['1', '2']);
  });
});
