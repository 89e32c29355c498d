import { describe, expect, it } from 'vitest';
import { accountsSuite } from './catalog/accounts.suite.ts';
import { blobsSuite } from './catalog/blobs.suite.ts';
import { copyingSuite } from './catalog/copying.suite.ts';
import { indexesSuite } from './catalog/indexes.suite.ts';
import { packagePageSuite } from './catalog/package-page.suite.ts';
import { packagesSuite } from './catalog/packages.suite.ts';
import { registriesSuite } from './catalog/registries.suite.ts';
import { storeOrganization } from './catalog/samples.ts';
import { tokensSuite } from './catalog/tokens.suite.ts';
import { uploadsSuite } from './catalog/uploads.suite.ts';
import { useDatabase } from './catalog/test-database.ts';
import type { TestDatabase } from './catalog/test-database.ts';

/** What every catalog must do. `create` makes an empty database of the dialect under test. */
export function catalogSuite(dialect: string, create: () => Promise<TestDatabase>): void {
  describe(dialect, () => {
    describe('accounts', () => accountsSuite(create));
    describe('tokens', () => tokensSuite(create));
    describe('registries', () => registriesSuite(create));
    describe('packages', () => packagesSuite(create));
    describe('pages', () => packagePageSuite(create));
    describe('copies', () => copyingSuite(create));
    describe('uploads', () => uploadsSuite(create));
    describe('blobs', () => blobsSuite(create));
    describe('indexes', () => indexesSuite(create));
    describe('the catalog', () => lifeSuite(create));
  });
}

function lifeSuite(create: () => Promise<TestDatabase>): void {
  const database = useDatabase(create);

  it('answers when it is asked whether it does', async () => {
    const catalog = await database.open();
    await expect(catalog.check()).resolves.toBeUndefined();
  });

  it('does not answer once it is closed', async () => {
    const catalog = await database.open();
    await catalog.close();
    await expect(catalog.check()).rejects.toThrow();
  });

  it('keeps its records when it is opened again', async () => {
    const catalog = await database.open();
    const { organization } = await storeOrganization(catalog);
    await catalog.close();
    expect(await (await database.open()).organizations.find('acme')).toEqual(organization);
  });

  it('can be opened for the first time by several servers at once', async () => {
    const catalogs = await Promise.all(Array.from({ length: 5 }, () => database.open()));
    const answers = await Promise.all(catalogs.map((catalog) => catalog.organizations.find('acme')));
    expect(answers).toEqual(Array.from({ length: 5 }, () => undefined));
  });
}
