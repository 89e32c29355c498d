/** Checks of the links from lists to their items: the target is the same item. */
import { isDeepStrictEqual } from 'node:util';
import type { DescribedOperation } from '../../contract/description.ts';
import { pathOf, type Exchange } from '../exchange.ts';
import { itemsIn, readsOf, successOf, type World } from '../world.ts';

/** Items of each list that are compared. */
const mostItems = 3;

export async function checkLinks(world: World): Promise<void> {
  for (const operation of readsOf(world)) {
    for (const url of new Set(world.places.flatMap((values) => pathOf(operation, values) ?? []))) {
      const list = await world.send({ method: 'GET', url });
      if (list.status !== successOf(operation)) continue;
      for (const item of itemsIn(list.json).slice(0, mostItems)) await checkItem(world, operation, list, item);
    }
  }
}

type Item = Readonly<Record<string, unknown>>;

async function checkItem(world: World, operation: DescribedOperation, list: Exchange, item: Item): Promise<void> {
  const { url } = item;
  if (typeof url !== 'string') return;
  const subject = { operation: operation.id, aspect: 'links' } as const;
  if (!url.startsWith(`${world.url}/`)) {
    const remedy = 'Verify the public URL of the server';
    world.findings.add(subject, list.title, [`${url} does not begin with ${world.url}. ${remedy}`]);
    return;
  }
  // The digests of files are checked elsewhere.
  const target = await world.send({ method: 'GET', url, headers: { Range: 'bytes=0-0' } });
  if (target.status === 403) return;
  const isThere = target.status === 200 || target.status === 206 || target.status === 416;
  world.findings.add(subject, target.title, [
    ...(isThere ? [] : [`is ${target.status}`]),
    ...(target.status === 200 && target.json !== undefined ? differences(item, Object(target.json) as Item) : []),
  ]);
}

function differences(item: Item, target: Item): string[] {
  return Object.keys(item).flatMap((name) =>
    name in target && !isDeepStrictEqual(item[name], target[name])
      ? [`${name} is ${shown(target[name])}, and ${shown(item[name])} in the list`]
      : [],
  );
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'missing').slice(0, 100);
}
