/** The item that a request names: with its own id, and with the properties that a list has for it. */
import type { DescribedOperation } from '../contract/description.ts';
import { parameterNames } from '../contract/path-template.ts';
import type { Examples } from './examples.ts';
import { idOf } from './generate/vary-item.ts';

type Item = Readonly<Record<string, unknown>>;

export type WithRequestedItem = (
  operation: DescribedOperation,
  path: Readonly<Record<string, string>>,
  body: unknown,
) => unknown;

/**
 * Returns a function that returns the body of an example, changed to be about the requested item. Bodies that are not
 * about the last parameter of their path are unchanged.
 */
export function createRequestedItems(all: readonly Examples[]): WithRequestedItem {
  const listed = new Map<string, Item>(
    all
      .flatMap((examples) => [...examples.values()].flatMap((named) => Object.values(named)))
      .flatMap(itemsIn)
      .flatMap((item) => {
        const id = idOf(item);
        return id === undefined ? [] : [[id, item] as const];
      }),
  );
  return (operation, path, body) => {
    const last = parameterNames(operation.path).at(-1);
    const requested = last === undefined ? undefined : path[last];
    const own = idOf(body);
    const isItem = last !== undefined && operation.path.endsWith(`{${last}}`);
    if (!isItem || requested === undefined || !isUuid.test(requested) || own === undefined || own === requested)
      return body;
    const item = listed.get(requested) ?? {};
    const named = JSON.parse(JSON.stringify(body).replaceAll(own, requested)) as Item;
    return Object.fromEntries(Object.entries(named).map(([name, value]) => [name, item[name] ?? value]));
  };
}

const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function itemsIn(body: unknown): Item[] {
  const { items = body } = Object(body) as { readonly items?: unknown };
  return Array.isArray(items) ? items.map((item) => Object(item) as Item) : [];
}
