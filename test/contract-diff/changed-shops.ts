/** Makes two descriptions of many book shops, one for each change, so that one comparison rates all changes. */
import { bookShop } from './book-shop.ts';
import type { Change } from './change.ts';

type Json = Readonly<Record<string, unknown>>;

/** All that belongs to the change at an index has its prefix. */
export function prefixOf(index: number): string {
  return `shop${index}-`;
}

/** Shops side by side in one description, before and after the changes. */
export function shopsOf(changes: readonly Change[]): { readonly before: object; readonly after: object } {
  return {
    before: sideBySide(changes.map(() => bookShop)),
    after: sideBySide(changes.map((change) => changedShop(bookShop, change))),
  };
}

/** The shop after a change. */
export function changedShop(shop: object, { at, to }: Pick<Change, 'at' | 'to'>): object {
  const copy = structuredClone(shop) as Record<string, unknown>;
  const keys = at.split(' ');
  const last = keys.pop() ?? '';
  // The table only names existing places; otherwise, the test fails here.
  const parent = keys.reduce((value, key) => value[key] as Record<string, unknown>, copy);
  if (to !== undefined) parent[last] = to;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}

function sideBySide(shops: readonly object[]): object {
  const prefixed = shops.map((shop, index) => withPrefix(shop as Json, prefixOf(index)));
  const kinds = Object.keys((bookShop as { readonly components: Json }).components);
  const merge = (parts: readonly unknown[]): object => Object.assign({}, ...parts) as object;
  return {
    ...bookShop,
    paths: merge(prefixed.map(({ paths }) => paths)),
    components: Object.fromEntries(
      kinds.map((kind) => [kind, merge(prefixed.map(({ components }) => components[kind]))]),
    ),
  };
}

function withPrefix(shop: Json, prefix: string): { readonly paths: Json; readonly components: Record<string, Json> } {
  const { paths, components } = renamed(shop, prefix) as { paths: Json; components: Record<string, Json> };
  const keys = (value: Json, start: string): Json =>
    Object.fromEntries(Object.entries(value).map(([key, member]) => [start + key, member]));
  return {
    paths: keys(paths, `/${prefix}`),
    components: Object.fromEntries(Object.entries(components).map(([kind, members]) => [kind, keys(members, prefix)])),
  };
}

/** References and operationIds with the prefix; security schemes are the same in all shops. */
function renamed(shop: unknown, prefix: string): unknown {
  const text = JSON.stringify(shop)
    .replaceAll(/"\$ref":"(#\/components\/\w+\/)/g, `"$ref":"$1${prefix}`)
    .replaceAll(/"operationId":"/g, `"operationId":"${prefix}`);
  return JSON.parse(text);
}
