/** What sessions must do: they end with their token, and are deleted when they have ended. */
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import { sampleToken, storeOrganization } from './samples.ts';
import { useDatabase } from './test-database.ts';

const database = useDatabase();
const noon = new Date('2026-01-01T12:00:00.000Z');
const later = new Date('2026-01-01T13:00:00.000Z');

async function store(catalog: Catalog) {
  const owned = await storeOrganization(catalog);
  const token = sampleToken(owned);
  await catalog.tokens.insert(token);
  const stored = await catalog.sessions.insert({ digest: '00', tokenId: token.id, createdAt: noon });
  return { owned, token, stored };
}

describe('sessions', () => {
  it('are found with their token and their times', async () => {
    const catalog = await database.open();
    const { token, stored } = await store(catalog);
    await catalog.sessions.used('00', later);
    expect([stored, await catalog.sessions.find('00')]).toEqual([
      true,
      { token: await catalog.tokens.findByDigest(token.digest), createdAt: noon, usedAt: later },
    ]);
    expect(await catalog.sessions.find('11')).toBeUndefined();
  });

  it('are deleted with their token', async () => {
    const catalog = await database.open();
    const { owned, token } = await store(catalog);
    await catalog.tokens.delete(owned.organization.id, token.id);
    expect(await catalog.sessions.find('00')).toBeUndefined();
  });

  it('are not stored for a token that was deleted', async () => {
    const catalog = await database.open();
    expect(await catalog.sessions.insert({ digest: '00', tokenId: 'gone', createdAt: noon })).toBe(false);
  });

  it.each([
    ['created', later, noon],
    ['used', noon, later],
  ])('are deleted if they were %s before a time', async (_, created, used) => {
    const catalog = await database.open();
    await store(catalog);
    await catalog.sessions.deleteEnded(noon, noon);
    expect(await catalog.sessions.find('00')).toBeDefined();
    await catalog.sessions.deleteEnded(created, used);
    expect(await catalog.sessions.find('00')).toBeUndefined();
  });
});
