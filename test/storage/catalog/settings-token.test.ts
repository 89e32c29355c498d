/** What the token must do that the settings of a server name, and what happens without it. */
import { describe, expect, it } from 'vitest';
import { mapAll } from '../../../src/api/map-all.ts';
import { NOON, sampleToken, storeOrganization, storeRegistry } from './samples.ts';
import { useDatabase } from './test-database.ts';

const LATER = new Date('2026-02-03T04:05:00.000Z');

const database = useDatabase();

it('marks the token from the settings', async () => {
  const catalog = await database.open();
  const owned = await storeOrganization(catalog);
  const [stored, fromSettings] = [sampleToken(owned), sampleToken(owned)];
  await catalog.tokens.insert(stored);
  await catalog.tokens.putFromSettings(fromSettings);
  const found = await Promise.all([stored, fromSettings].map(({ digest }) => catalog.tokens.findByDigest(digest)));
  expect(found.map((token) => token?.fromSettings)).toEqual([false, true]);
});

describe('putting the token from the settings', () => {
  it('replaces the token from the settings', async () => {
    const catalog = await database.open();
    const owned = await storeOrganization(catalog);
    const [before, after] = [sampleToken(owned), sampleToken(owned)];
    await catalog.tokens.putFromSettings(before);
    const put = await catalog.tokens.putFromSettings(after);
    expect([
      put,
      await catalog.tokens.findByDigest(before.digest),
      (await catalog.tokens.findByDigest(after.digest))?.id,
    ]).toEqual([{ outcome: 'put', ended: [{ id: before.id, description: before.description }] }, undefined, after.id]);
  });

  it('keeps the token from the settings of another organization', async () => {
    const catalog = await database.open();
    const other = sampleToken(await storeOrganization(catalog));
    const own = sampleToken(await storeOrganization(catalog, 'other'));
    await catalog.tokens.putFromSettings(other);
    expect([
      await catalog.tokens.putFromSettings(own),
      (await catalog.tokens.endFromSettings(own)).ended,
      (await catalog.tokens.findByDigest(other.digest))?.id,
    ]).toEqual([{ outcome: 'put', ended: [] }, [{ id: own.id, description: own.description }], other.id]);
  });

  it('makes a stored token with all scopes the one from the settings, with its id and its time', async () => {
    const catalog = await database.open();
    const owned = await storeOrganization(catalog);
    const parent = sampleToken(owned);
    const stored = sampleToken(owned, { parentId: parent.id });
    for (const token of [parent, stored]) await catalog.tokens.insert(token);
    const put = await catalog.tokens.putFromSettings(
      sampleToken(owned, { digest: stored.digest, description: 'Of the settings', createdAt: LATER }),
    );
    await catalog.tokens.delete(owned.organization.id, parent.id);
    const found = await catalog.tokens.findByDigest(stored.digest);
    expect([put, found?.id, found?.createdAt, found?.description, found?.fromSettings]).toEqual([
      { outcome: 'put', ended: [] },
      stored.id,
      stored.createdAt,
      'Of the settings',
      true,
    ]);
  });

  it.each(['organization', 'registry', 'expiry', 'scopes'] as const)(
    'does not make a stored token the one from the settings if it differs in its %s',
    async (because) => {
      const catalog = await database.open();
      const owned = await storeOrganization(catalog);
      const registry = await storeRegistry(catalog);
      const before = sampleToken(owned);
      await catalog.tokens.putFromSettings(before);
      const stored = {
        organization: sampleToken(await storeOrganization(catalog, 'other')),
        registry: sampleToken(owned, { registryId: registry.id }),
        expiry: sampleToken(owned, { expiresAt: LATER }),
        scopes: sampleToken(owned, { scopes: ['read_packages'] }),
      }[because];
      await catalog.tokens.insert(stored);
      const unchanged = await catalog.tokens.findByDigest(stored.digest);
      const wanted = sampleToken(owned, { digest: stored.digest, scopes: ['read_packages', 'write_packages'] });
      expect([
        await catalog.tokens.putFromSettings(wanted),
        await catalog.tokens.findByDigest(stored.digest),
        (await catalog.tokens.findByDigest(before.digest))?.id,
      ]).toEqual([{ outcome: 'taken', id: stored.id, description: stored.description, because }, unchanged, before.id]);
    },
  );

  it('gives the token from the settings scopes that did not exist when it was stored', async () => {
    const catalog = await database.open();
    const owned = await storeOrganization(catalog);
    const before = sampleToken(owned, { scopes: ['read_packages'] });
    await catalog.tokens.putFromSettings(before);
    await catalog.tokens.putFromSettings({ ...before, scopes: ['read_packages', 'write_packages'] });
    expect((await catalog.tokens.findByDigest(before.digest))?.scopes).toEqual(['read_packages', 'write_packages']);
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

  it('keeps when the token from the settings was made and used, when it comes again', async () => {
    const catalog = await database.open();
    const token = sampleToken(await storeOrganization(catalog));
    await catalog.tokens.putFromSettings(token);
    await catalog.tokens.used(token.id, NOON);
    await catalog.tokens.putFromSettings({ ...token, id: 'another', createdAt: LATER });
    const stored = await catalog.tokens.findByDigest(token.digest);
    expect([stored?.id, stored?.createdAt, stored?.lastUsedAt]).toEqual([token.id, NOON, NOON]);
  });

  it('keeps one token from the settings of servers that start concurrently', async () => {
    const catalogs = await Promise.all([database.open(), database.open(), database.open()]);
    const owned = await storeOrganization(await database.open());
    await Promise.all(catalogs.map((catalog) => catalog.tokens.putFromSettings(sampleToken(owned))));
    const { tokens } = await database.open();
    expect(await mapAll(tokens.listAccess(owned.organization.id), (one) => one)).toHaveLength(1);
  });
});

describe('an organization without a token from the settings', () => {
  const all = { scopes: ['read_packages', 'write_packages'] } as const;

  /** Whether it gets a token, after those with `changes` were stored; with `ended`, the token from the settings ends. */
  const getsToken = async (changes: readonly Parameters<typeof sampleToken>[1][], ended: boolean): Promise<boolean> => {
    const catalog = await database.open();
    const owned = await storeOrganization(catalog);
    const registry = await storeRegistry(catalog);
    if (ended) await catalog.tokens.putFromSettings(sampleToken(owned, all));
    for (const change of changes) await catalog.tokens.insert(sampleToken(owned, { ...all, ...change }));
    await catalog.tokens.insert(sampleToken(owned, { ...all, registryId: registry.id }));
    await catalog.tokens.insert(sampleToken(await storeOrganization(catalog, 'other'), all));
    const first = sampleToken(owned, all);
    const { inserted } = await catalog.tokens.endFromSettings(first);
    expect((await catalog.tokens.findByDigest(first.digest)) !== undefined).toBe(inserted);
    return inserted;
  };

  it('gets one if it has none', async () => {
    expect(await getsToken([], false)).toBe(true);
  });

  it('gets none if it has any, an expired one with fewer scopes included', async () => {
    expect(await getsToken([{ scopes: ['read_packages'], expiresAt: NOON }], false)).toBe(false);
  });

  it('gets one when the token from the settings ends and no other one can replace it', async () => {
    const weaker = [{ scopes: ['read_packages'] }, { scopes: ['write_packages'] }, { expiresAt: LATER }] as const;
    expect(await getsToken(weaker, true)).toBe(true);
  });

  it('gets none when the token from the settings ends and another one has all scopes', async () => {
    expect(await getsToken([{ scopes: ['write_packages', 'read_packages'] }], true)).toBe(false);
  });

  it('keeps the tokens that would end with the one from the settings', async () => {
    const catalog = await database.open();
    const owned = await storeOrganization(catalog);
    const parent = sampleToken(owned);
    const child = sampleToken(owned, { parentId: parent.id });
    for (const token of [parent, child]) await catalog.tokens.insert(token);
    await catalog.tokens.putFromSettings(sampleToken(owned, { digest: parent.digest }));
    const { ended } = await catalog.tokens.endFromSettings(sampleToken(owned));
    expect([ended.map(({ id }) => id), (await catalog.tokens.findByDigest(child.digest))?.id]).toEqual([
      [parent.id],
      child.id,
    ]);
  });

  it('gets one from one of several servers that start concurrently', async () => {
    const catalogs = await Promise.all([database.open(), database.open(), database.open()]);
    const owned = await storeOrganization(await database.open());
    const replies = await Promise.all(catalogs.map(({ tokens }) => tokens.endFromSettings(sampleToken(owned))));
    expect(replies.filter(({ inserted }) => inserted)).toHaveLength(1);
  });
});
