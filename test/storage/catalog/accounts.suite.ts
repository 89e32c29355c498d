import { describe, expect, it } from 'vitest';
import { NOON, sampleOrganization, sampleToken, sampleUser, storeOrganization } from './samples.ts';
import { useDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';

/** What organizations and tokens must do, whatever the dialect. */
export function accountsSuite(create: () => Promise<TestDatabase>): void {
  const database = useDatabase(create);

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

    it('answers the organization and owner that are there already', async () => {
      const catalog = await database.open();
      const first = await storeOrganization(catalog);
      const second = await catalog.organizations.ensure(
        sampleOrganization({ name: 'Other' }),
        sampleUser({ name: 'Eve' }),
      );
      expect(second).toEqual(first);
    });

    it('creates one organization when several servers start at once', async () => {
      const catalogs = await Promise.all([database.open(), database.open(), database.open()]);
      const answers = await Promise.all(catalogs.map((catalog) => storeOrganization(catalog)));
      expect(new Set(answers.map(({ organization, owner }) => `${organization.id} ${owner.id}`)).size).toBe(1);
    });
  });

  describe('tokens', () => {
    it('finds a token with its organization and user', async () => {
      const catalog = await database.open();
      const owned = await storeOrganization(catalog);
      const token = sampleToken(owned, { expiresAt: new Date('2030-01-01T00:00:00.000Z') });
      await catalog.tokens.insert(token);
      const { organizationId: _organizationId, userId: _userId, ...rest } = token;
      const expected = { ...rest, organization: owned.organization, user: owned.owner };
      expect(await catalog.tokens.findByDigest(token.digest)).toEqual(expected);
    });

    it('finds nothing for an unknown digest', async () => {
      const catalog = await database.open();
      expect(await catalog.tokens.findByDigest('00')).toBeUndefined();
    });

    it('knows whether an organization has any token, an expired one included', async () => {
      const catalog = await database.open();
      const owned = await storeOrganization(catalog);
      const other = await storeOrganization(catalog, 'other');
      await catalog.tokens.insert(sampleToken(owned, { expiresAt: NOON }));
      expect([
        await catalog.tokens.anyFor(owned.organization.id),
        await catalog.tokens.anyFor(other.organization.id),
      ]).toEqual([true, false]);
    });

    it('replaces the token from the settings, in any organization', async () => {
      const catalog = await database.open();
      const before = sampleToken(await storeOrganization(catalog));
      const after = sampleToken(await storeOrganization(catalog, 'other'));
      await catalog.tokens.putFromSettings(before);
      await catalog.tokens.putFromSettings(after);
      expect([
        await catalog.tokens.findByDigest(before.digest),
        (await catalog.tokens.findByDigest(after.digest))?.id,
      ]).toEqual([undefined, after.id]);
    });

    it('replaces a stored token that has the digest of the one from the settings', async () => {
      const catalog = await database.open();
      const owned = await storeOrganization(catalog);
      const stored = sampleToken(owned);
      await catalog.tokens.insert(stored);
      const fromSettings = sampleToken(owned, { digest: stored.digest });
      await catalog.tokens.putFromSettings(fromSettings);
      expect((await catalog.tokens.findByDigest(stored.digest))?.id).toBe(fromSettings.id);
    });

    it('keeps other tokens when the one from the settings changes', async () => {
      const catalog = await database.open();
      const owned = await storeOrganization(catalog);
      const other = sampleToken(owned);
      await catalog.tokens.insert(other);
      await catalog.tokens.putFromSettings(sampleToken(owned));
      await catalog.tokens.putFromSettings(sampleToken(owned));
      expect((await catalog.tokens.findByDigest(other.digest))?.id).toBe(other.id);
    });
  });
}
