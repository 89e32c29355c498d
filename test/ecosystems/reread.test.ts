/** Every ecosystem reads its stored packages again, by its recipe: the same reader must have the same result. */
import { expect, test } from 'vitest';
import { rereadPackages } from '../../src/registry/reread-packages.ts';
import { useServer } from '../native/watched-server.ts';
import { doorsOf, type Door } from './doors.ts';
import type { Recipe } from './recipe.ts';
import { recipes } from './recipes.ts';
import { copy, openRegistry, remove, setStanding } from './registries.ts';
import { modules } from './throwaway/modules.ts';
import { wideApi } from './throwaway/wide-api.ts';

const server = useServer({ modules, api: wideApi });

/** Reads all packages of an ecosystem as a later edition. Returns the outcomes. */
async function rereadAll({ ecosystem }: Recipe): Promise<readonly string[]> {
  const { larder } = server();
  const later = { ...larder.ecosystems, [ecosystem]: { ...larder.ecosystems[ecosystem], edition: 1000 } };
  const outcomes: string[] = [];
  await rereadPackages({ ...larder, ecosystems: later }, new AbortController().signal, ({ registry, outcome }) =>
    outcomes.push(`${registry}: ${outcome.result === 'rejected' ? outcome.reason : outcome.result}`),
  );
  return outcomes.toSorted();
}

test.each(recipes)(
  '$ecosystem: reads packages of every door again, and copies without their source',
  async (recipe) => {
    /** Publishes by a door. Returns the slugs of two registries: of the package, and of a copy whose source is deleted. */
    const publishTwo = async ({ publish }: Door, number: number): Promise<readonly string[]> => {
      const [home, source, destination] = [
        await openRegistry(server(), recipe, 'a public'),
        await openRegistry(server(), recipe, 'a public'),
        await openRegistry(server(), recipe, 'a private'),
      ];
      const pkg = await recipe.build(number);
      await publish(home, pkg);
      await publish(source, pkg);
      await copy(source, pkg, destination);
      await remove(source, pkg);
      await setStanding(destination, pkg, 'withdraw');
      return [home.slug, destination.slug];
    };
    const slugs = await Promise.all(doorsOf(recipe).map(publishTwo));
    expect(await rereadAll(recipe)).toEqual(
      slugs
        .flat()
        .toSorted()
        .map((slug) => `${slug}: equal`),
    );
  },
);
