/** Finds the strings of a JSON value that are bytes (`contentEncoding: base64`), by its schema. */
import { follow, type Schema } from '../references.ts';

/** A location in a JSON value that may be or contain bytes. */
export interface BytePlace {
  /** Whether a string at this location is bytes. */
  readonly isBytes: boolean;
  /** Returns the location of a member of an object; undefined if it cannot contain bytes. */
  member(name: string): BytePlace | undefined;
  /** Returns the location of an item of an array; undefined if it cannot contain bytes. */
  item(index: number): BytePlace | undefined;
}

/** The keywords that lead to bytes. */
interface Keywords {
  readonly contentEncoding?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly patternProperties?: Readonly<Record<string, unknown>>;
  readonly additionalProperties?: unknown;
  readonly unevaluatedProperties?: unknown;
  readonly items?: unknown;
  readonly prefixItems?: readonly unknown[];
}

/** Keywords whose schemas are about the value itself. One alternative with bytes is enough. */
const combining = ['allOf', 'anyOf', 'oneOf'];
const conditional = ['then', 'else'];

/**
 * Returns undefined if no string is bytes. A schema may refer to itself. The schemas of a member are those that apply
 * in JSON Schema (2020-12, Core, section 10.3.2): by name, by pattern, else those for all others.
 */
export function bytePlaces(document: object, schema: Schema): BytePlace | undefined {
  const numbers = new Map<object, number>();
  const places = new Map<string, BytePlace | undefined>();
  const leading = schemasWithBytes(document, schema);
  return placeOf([schema]);

  function placeOf(schemas: readonly unknown[]): BytePlace | undefined {
    const all = [...new Set(schemas.flatMap((one) => [...applying(document, one)]))].filter((one) => leading.has(one));
    if (all.length === 0) return undefined;
    const key = all.map(numberOf).join();
    if (!places.has(key)) places.set(key, createPlace(all));
    return places.get(key);
  }

  function numberOf(one: object): number {
    const number = numbers.get(one) ?? numbers.size;
    numbers.set(one, number);
    return number;
  }

  function createPlace(all: readonly Keywords[]): BytePlace {
    const named = new Map<string, BytePlace | undefined>();
    const names = new Set(all.flatMap(({ properties = {} }) => Object.keys(properties)));
    const memberRules = all.map(membersOf);
    const find = (name: string): BytePlace | undefined => placeOf(memberRules.flatMap((rule) => rule(name)));
    const indexes = Math.max(0, ...all.map(({ prefixItems = [] }) => prefixItems.length));
    const items = new Map<number, BytePlace | undefined>();
    return {
      isBytes: all.some(isBase64),
      member: (name) => {
        if (!names.has(name)) return find(name);
        if (!named.has(name)) named.set(name, find(name));
        return named.get(name);
      },
      item: (index) => {
        const at = Math.min(index, indexes);
        if (!items.has(at))
          items.set(at, placeOf(all.flatMap(({ prefixItems = [], items: rest }) => prefixItems[at] ?? rest ?? [])));
        return items.get(at);
      },
    };
  }
}

/** Returns the schemas for a member, by its name. */
function membersOf(keywords: Keywords): (name: string) => readonly unknown[] {
  const { properties = {}, patternProperties = {} } = keywords;
  const others = keywords.additionalProperties ?? keywords.unevaluatedProperties;
  const patterns = Object.entries(patternProperties).map(
    ([pattern, schema]) => [new RegExp(pattern, 'u'), schema] as const,
  );
  return (name) => {
    const own = Object.hasOwn(properties, name) ? [properties[name]] : [];
    const found = [...own, ...patterns.flatMap(([pattern, schema]) => (pattern.test(name) ? [schema] : []))];
    return found.length > 0 || others === undefined ? found : [others];
  };
}

/** Returns the schema and the schemas that apply to the same value, without references. */
function applying(document: object, schema: unknown, found = new Set<Keywords>()): ReadonlySet<Keywords> {
  const target = follow<unknown>(document, schema);
  if (typeof target !== 'object' || target === null || found.has(target)) return found;
  found.add(target);
  for (const [keyword, value] of Object.entries(target)) {
    if (combining.includes(keyword)) for (const one of value as readonly unknown[]) applying(document, one, found);
    else if (conditional.includes(keyword)) applying(document, value, found);
  }
  return found;
}

/** Returns the schemas from which one with bytes can be reached. */
function schemasWithBytes(document: object, top: Schema): ReadonlySet<object> {
  const users = new Map<object, object[]>();
  const withBytes: object[] = [];
  const visit = (value: unknown, user: object | undefined): void => {
    const target = follow<unknown>(document, value);
    if (typeof target !== 'object' || target === null) return;
    const known = users.get(target);
    users.set(target, [...(known ?? []), ...(user ? [user] : [])]);
    if (known) return;
    if (isBase64(target)) withBytes.push(target);
    for (const part of Object.values(target)) visit(part, target);
  };
  visit(top, undefined);
  const leading = new Set<object>();
  for (let one = withBytes.pop(); one !== undefined; one = withBytes.pop()) {
    if (leading.has(one)) continue;
    leading.add(one);
    withBytes.push(...(users.get(one) ?? []));
  }
  return leading;
}

function isBase64({ contentEncoding }: Keywords): boolean {
  return contentEncoding === 'base64';
}
