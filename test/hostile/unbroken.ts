/** Checks that the clients of registries with hostile packages still work, and finds the packages that break them. */
import { publish, type TestServer } from '../fixtures/server.ts';
import { followAll } from '../ecosystems/follow.ts';
import { can, type Home, type Recipe, type SampleFile } from '../ecosystems/recipe.ts';
import { firstDoor, openRegistry } from '../ecosystems/registries.ts';
import type { ChangedFile } from './hostile-files.ts';

/** Many changes keep name and version, so versions are published to several registries. */
const REGISTRIES = 5;

/** The number of a sound package, which no hostile one has. */
const SOUND = 50;

/** Publishes accepted files to some registries. Returns what breaks their clients, with a file that does it. */
export async function breakages(
  recipe: Recipe,
  server: TestServer,
  files: readonly ChangedFile[],
): Promise<readonly object[]> {
  const homes: Home[] = [];
  for (let n = 0; n < REGISTRIES; n += 1) homes.push(await openRegistry(server, recipe, 'a public'));
  const published = homes.map((): ChangedFile[] => []);
  for (const file of files) {
    for (const [n, home] of homes.entries()) {
      if ((await publishTo(home, file)) !== 200) continue;
      published[n]?.push(file);
      break;
    }
  }
  const broken: object[] = [];
  for (const [n, home] of homes.entries()) {
    const reason = await breakage(recipe, home);
    if (reason !== undefined) broken.push({ reason, ...(await culprit(recipe, server, published[n] ?? [])) });
  }
  return broken;
}

/** Returns the status of the changed file. */
async function publishTo(home: Home, { companions, ...file }: ChangedFile): Promise<number> {
  const status = await publishOne(home, file);
  if (status === 200) for (const companion of companions) await publishOne(home, companion);
  return status;
}

async function publishOne({ server, slug }: Home, { name, bytes }: SampleFile): Promise<number> {
  const reply = await publish(server, slug, name, Uint8Array.from(bytes));
  await reply.text();
  return reply.status;
}

/** Returns what broke; undefined if clients read all documents, and find and install a sound package. */
async function breakage(recipe: Recipe, home: Home): Promise<string | undefined> {
  const sound = await recipe.build(SOUND);
  try {
    await firstDoor(recipe).publish(home, sound);
    if (can(recipe.documents)) await followAll(recipe.documents, home);
    if (!recipe.client.isPresent) return undefined;
    await using client = await recipe.client.open(home);
    if (can(client.offered) && !(await client.offered()).includes(sound.version))
      return 'The client is not offered it.';
    await client.install(sound);
    return undefined;
  } catch (error) {
    return String(error).slice(0, 2000);
  }
}

/** Finds a file that breaks clients by halves, each of which is published to a new registry. */
async function culprit(recipe: Recipe, server: TestServer, files: readonly ChangedFile[]): Promise<object> {
  const breaks = async (some: readonly ChangedFile[]): Promise<boolean> => {
    const home = await openRegistry(server, recipe, 'a public');
    for (const file of some) await publishTo(home, file);
    return (await breakage(recipe, home)) !== undefined;
  };
  let left = files;
  while (left.length > 1) {
    const half = left.slice(0, Math.ceil(left.length / 2));
    const others = left.slice(half.length);
    if (await breaks(half)) left = half;
    else if (await breaks(others)) left = others;
    else return { together: left.length };
  }
  return { origin: left[0]?.origin };
}
