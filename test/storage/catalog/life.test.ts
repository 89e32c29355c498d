/** What opening and closing a catalog must do. */
import { expect, it } from 'vitest';
import { storeOrganization } from './samples.ts';
import { useDatabase } from './test-database.ts';

const database = useDatabase();

it('responds to a ping', async () => {
  const catalog = await database.open();
  await expect(catalog.check()).resolves.toBeUndefined();
});

it('does not respond after it is closed', async () => {
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

it('can be opened for the first time by several servers concurrently', async () => {
  const catalogs = await Promise.all(Array.from({ length: 5 }, () => database.open()));
  const replies = await Promise.all(catalogs.map((catalog) => catalog.organizations.find('acme')));
  expect(replies).toEqual(Array.from({ length: 5 }, () => undefined));
});
