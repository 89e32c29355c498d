/** Unlisted and withdrawn packages of every ecosystem, by its recipe, with real clients. */
import { describe, expect, inject, test } from 'vitest';
import { useServer } from '../native/watched-server.ts';
import { doorsOf } from './doors.ts';
import { can } from './recipe.ts';
import { recipes } from './recipes.ts';
import {
  copy,
  expectedDigests,
  fetchLinked,
  filledRegistry,
  linkedFiles,
  namedDigests,
  openRegistry,
  otherThan,
  setStanding,
  visibilities,
} from './registries.ts';
import { modules } from './throwaway/modules.ts';
import { wideApi } from './throwaway/wide-api.ts';

const server = useServer({ modules, api: wideApi });

/** As in `suite.test.ts`. */
const usesClients = inject('postgres') === undefined || process.env['LARDER_TEST'] === 'all';

describe.each(recipes)('$ecosystem', (recipe) => {
  describe.each(visibilities)('$visibility registry', ({ visibility }) => {
    const { isPresent, isFast } = recipe.client;
    // How a client authenticates has nothing to do with standings.
    const hasClient = isPresent && (isFast || (usesClients && visibility === 'a public'));
    const filled = () => filledRegistry(server(), recipe, visibility);

    test('does not offer an unlisted version, but serves its files', async () => {
      const { home, packages } = await filled();
      const [older, newer] = packages;
      const both = expectedDigests(recipe, older, newer);
      await setStanding(home, newer, 'unlist');
      const { documents } = recipe;
      const isNamed = can(documents) && documents.unlisted === 'named';
      expect(await namedDigests(recipe, home)).toEqual(isNamed ? both : expectedDigests(recipe, older));
      for (const url of await linkedFiles(home, newer)) expect((await fetchLinked(home, url)).status).toBe(200);
      if (hasClient) {
        await using client = await recipe.client.open(home);
        if (can(client.installNewest)) expect(await client.installNewest()).toBe(older.version);
        if (isNamed || !can(documents)) await client.install(newer);
      }
      await setStanding(home, newer, 'offer');
      expect(await namedDigests(recipe, home)).toEqual(both);
    });

    test('serves nothing of a withdrawn version, and takes it back when it is restored', async () => {
      const { home, packages } = await filled();
      const [older, newer] = packages;
      const urls = await linkedFiles(home, newer);
      expect(urls).not.toEqual([]);
      await setStanding(home, newer, 'withdraw');
      expect(await namedDigests(recipe, home)).toEqual(expectedDigests(recipe, older));
      for (const url of urls) expect((await fetchLinked(home, url)).status, url).toBe(404);
      const destination = await openRegistry(server(), recipe, otherThan(visibility));
      expect((await copy(home, newer, destination)).status).toBe(409);
      for (const door of doorsOf(recipe))
        await expect(door.publish(home, newer)).rejects.toMatchObject({ status: 409 });
      if (hasClient) {
        await using client = await recipe.client.open(home);
        await expect(client.install(newer)).rejects.toThrow();
      }
      await setStanding(home, newer, 'restore');
      expect(await namedDigests(recipe, home)).toEqual(expectedDigests(recipe, older, newer));
      for (const url of urls) expect((await fetchLinked(home, url)).status, url).toBe(200);
      expect((await copy(home, newer, destination)).status).toBe(200);
    });
  });
});
