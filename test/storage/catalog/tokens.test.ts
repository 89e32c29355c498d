/** What tokens of both kinds must do. */
import { describe, expect, it } from 'vitest';
import { mapAll } from '../../../src/api/map-all.ts';
import type { Catalog } from '../../../src/storage/catalog.ts';
import { sampleToken, storeOrganization, storeRegistry } from './samples.ts';
import { useDatabase } from './test-database.ts';

const database = useDatabase();

describe('tokens', () => {
  it('finds a token with its organization and user', async () => {
    const catalog = await database.open();
    const owned = await storeOrganization(catalog);
    const token = sampleToken(owned, { expiresAt: new Date('2030-01-01T00:00:00.000Z') });
    await catalog.tokens.insert(token);
    const { organizationId: _organizationId, userId: _userId, parentId: _parentId, ...rest } = token;
    const stored = { ...rest, lastUsedAt: null, fromSettings: false };
    const expected = { ...stored, organization: owned.organization, user: owned.owner };
    expect(await catalog.tokens.findByDigest(token.digest)).toEqual(expected);
  });

  it('finds nothing for an unknown digest', async () => {
    const catalog = await database.open();
    expect(await catalog.tokens.findByDigest('00')).toBeUndefined();
  });
});

describe('tokens that end with another', () => {
  const store = async (catalog: Catalog) => {
    const owned = await storeOrganization(catalog);
    const parent = sampleToken(owned);
    const child = sampleToken(owned, { parentId: parent.id });
    const grandchild = sampleToken(owned, { parentId: child.id });
    for (const token of [parent, child, grandchild]) await catalog.tokens.insert(token);
    return { owned, parent, child, grandchild };
  };

  it('are deleted with it, and those that end with them', async () => {
    const catalog = await database.open();
    const { owned, parent, child, grandchild } = await store(catalog);
    const other = sampleToken(owned);
    await catalog.tokens.insert(other);
    await catalog.tokens.delete(owned.organization.id, parent.id);
    const found = await Promise.all(
      [parent, child, grandchild, other].map(async ({ digest }) => (await catalog.tokens.findByDigest(digest))?.id),
    );
    expect(found).toEqual([undefined, undefined, undefined, other.id]);
  });

  it('do not end it', async () => {
    const catalog = await database.open();
    const { owned, parent, child } = await store(catalog);
    await catalog.tokens.delete(owned.organization.id, child.id);
    expect((await catalog.tokens.findByDigest(parent.digest))?.id).toBe(parent.id);
  });

  it('are not made when it has gone', async () => {
    const catalog = await database.open();
    const { owned, parent } = await store(catalog);
    await catalog.tokens.delete(owned.organization.id, parent.id);
    expect(await catalog.tokens.insert(sampleToken(owned, { parentId: parent.id }))).toBe(false);
  });

  it('are kept when the settings name its secret, and later another one', async () => {
    const catalog = await database.open();
    const { owned, parent, child } = await store(catalog);
    await catalog.tokens.putFromSettings(sampleToken(owned, { digest: parent.digest }));
    await catalog.tokens.putFromSettings(sampleToken(owned));
    expect([
      await catalog.tokens.findByDigest(parent.digest),
      (await catalog.tokens.findByDigest(child.digest))?.id,
    ]).toEqual([undefined, child.id]);
  });
});

describe('using a token', () => {
  const uses = async (...times: readonly string[]): Promise<Date | null | undefined> => {
    const catalog = await database.open();
    const token = sampleToken(await storeOrganization(catalog));
    await catalog.tokens.insert(token);
    for (const time of times) await catalog.tokens.used(token.id, new Date(time));
    return (await catalog.tokens.findByDigest(token.digest))?.lastUsedAt;
  };

  it('keeps the minute', async () => {
    expect(await uses('2026-01-02T12:34:56.789Z')).toEqual(new Date('2026-01-02T12:34:00.000Z'));
  });

  it('moves forward', async () => {
    expect(await uses('2026-01-02T12:34:00.000Z', '2026-01-02T12:35:00.000Z')).toEqual(
      new Date('2026-01-02T12:35:00.000Z'),
    );
  });

  it('never moves back', async () => {
    expect(await uses('2026-01-02T12:35:00.000Z', '2026-01-02T12:34:00.000Z')).toEqual(
      new Date('2026-01-02T12:35:00.000Z'),
    );
  });
});

describe('the tokens of an organization and of a registry', () => {
  it('are listed apart, oldest first', async () => {
    const catalog = await database.open();
    const owned = await storeOrganization(catalog);
    const { id: registryId } = await storeRegistry(catalog);
    const tokens = Array.from({ length: 4 }, (_, n) => sampleToken(owned, n % 2 === 0 ? {} : { registryId }));
    for (const token of tokens.toReversed()) await catalog.tokens.insert(token);
    const ids = tokens.map(({ id }) => id);
    expect([
      await mapAll(catalog.tokens.listAccess(owned.organization.id), ({ id }) => id),
      await mapAll(catalog.tokens.listOfRegistry(registryId), ({ id }) => id),
    ]).toEqual([
      [ids[0], ids[2]],
      [ids[1], ids[3]],
    ]);
  });

  it('are listed for their own organization and registry only', async () => {
    const catalog = await database.open();
    const owned = await storeOrganization(catalog);
    const [one, other] = [await storeRegistry(catalog, 'one'), await storeRegistry(catalog, 'other')];
    const elsewhere = await storeOrganization(catalog, 'elsewhere');
    await catalog.tokens.insert(sampleToken(owned));
    await catalog.tokens.insert(sampleToken(owned, { registryId: one.id }));
    expect([
      await mapAll(catalog.tokens.listAccess(elsewhere.organization.id), (one) => one),
      await mapAll(catalog.tokens.listOfRegistry(other.id), (one) => one),
    ]).toEqual([[], []]);
  });

  it('are both found by their digest', async () => {
    const catalog = await database.open();
    const owned = await storeOrganization(catalog);
    const { id: registryId } = await storeRegistry(catalog);
    const [access, ofRegistry] = [sampleToken(owned), sampleToken(owned, { registryId })];
    for (const token of [access, ofRegistry]) await catalog.tokens.insert(token);
    const found = await Promise.all([access, ofRegistry].map(({ digest }) => catalog.tokens.findByDigest(digest)));
    expect(found.map((token) => token?.registryId)).toEqual([null, registryId]);
  });

  it('are found in their own registry only', async () => {
    const catalog = await database.open();
    const owned = await storeOrganization(catalog);
    const [one, other] = [await storeRegistry(catalog, 'one'), await storeRegistry(catalog, 'other')];
    const [access, ofRegistry] = [sampleToken(owned), sampleToken(owned, { registryId: one.id })];
    for (const token of [access, ofRegistry]) await catalog.tokens.insert(token);
    expect([
      (await catalog.tokens.findOfRegistry(one.id, ofRegistry.id))?.id,
      await catalog.tokens.findOfRegistry(other.id, ofRegistry.id),
      await catalog.tokens.findOfRegistry(one.id, access.id),
    ]).toEqual([ofRegistry.id, undefined, undefined]);
  });

  it('are found in their own organization only, and access tokens apart', async () => {
    const catalog = await database.open();
    const owned = await storeOrganization(catalog);
    const elsewhere = await storeOrganization(catalog, 'elsewhere');
    const { id: registryId } = await storeRegistry(catalog);
    const [access, ofRegistry] = [sampleToken(owned), sampleToken(owned, { registryId })];
    for (const token of [access, ofRegistry]) await catalog.tokens.insert(token);
    expect([
      (await catalog.tokens.findAccess(owned.organization.id, access.id))?.id,
      await catalog.tokens.findAccess(elsewhere.organization.id, access.id),
      await catalog.tokens.findAccess(owned.organization.id, ofRegistry.id),
    ]).toEqual([access.id, undefined, undefined]);
  });

  it('are found by their description, but for those of registries and of the settings', async () => {
    const catalog = await database.open();
    const owned = await storeOrganization(catalog);
    const elsewhere = await storeOrganization(catalog, 'elsewhere');
    const { id: registryId } = await storeRegistry(catalog);
    const same = { description: 'The same' };
    const [one, two] = [sampleToken(owned, same), sampleToken(owned, same)];
    const others = [sampleToken(owned), sampleToken(owned, { ...same, registryId }), sampleToken(elsewhere, same)];
    for (const token of [two, one, ...others]) await catalog.tokens.insert(token);
    await catalog.tokens.putFromSettings(sampleToken(owned, same));
    const found = await catalog.tokens.findDescribed(owned.organization.id, 'The same');
    expect(found.map(({ id }) => id)).toEqual([one.id, two.id]);
  });

  it('can be described again', async () => {
    const catalog = await database.open();
    const [token, other] = [
      sampleToken(await storeOrganization(catalog)),
      sampleToken(await storeOrganization(catalog)),
    ];
    for (const each of [token, other]) await catalog.tokens.insert(each);
    await catalog.tokens.describe(token.id, 'For the night build');
    const found = await Promise.all([token, other].map(({ digest }) => catalog.tokens.findByDigest(digest)));
    expect(found.map((each) => each?.description)).toEqual(['For the night build', 'For a test']);
  });

  it('stop working when they are deleted, of either kind', async () => {
    const catalog = await database.open();
    const owned = await storeOrganization(catalog);
    const { id: registryId } = await storeRegistry(catalog);
    const tokens = [sampleToken(owned), sampleToken(owned, { registryId })];
    for (const token of tokens) await catalog.tokens.insert(token);
    const replies = await Promise.all(tokens.map(({ id }) => catalog.tokens.delete(owned.organization.id, id)));
    const found = await Promise.all(tokens.map(({ digest }) => catalog.tokens.findByDigest(digest)));
    expect([replies, found]).toEqual([
      [true, true],
      [undefined, undefined],
    ]);
  });

  it('are not deleted for another organization, nor twice', async () => {
    const catalog = await database.open();
    const [owned, elsewhere] = [await storeOrganization(catalog), await storeOrganization(catalog, 'elsewhere')];
    const token = sampleToken(owned);
    await catalog.tokens.insert(token);
    const replies = [];
    for (const { organization } of [elsewhere, owned, owned]) {
      replies.push(await catalog.tokens.delete(organization.id, token.id));
    }
    expect(replies).toEqual([false, true, false]);
  });

  it('of a registry go with it', async () => {
    const catalog = await database.open();
    const owned = await storeOrganization(catalog);
    const registry = await storeRegistry(catalog);
    const token = sampleToken(owned, { registryId: registry.id });
    await catalog.tokens.insert(token);
    await catalog.registries.delete(registry.id);
    expect(await catalog.tokens.findByDigest(token.digest)).toBeUndefined();
  });
});
