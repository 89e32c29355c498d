/** Collects the named examples of a description during the visit. */
import type { Context, Location, MediaType, Schema, Visitor } from './rule.ts';

export interface NamedExample {
  readonly name: string;
  readonly value: unknown;
  readonly say: (message: string, place: Place) => void;
}

/** The names and indexes from an example's value to a value in it. */
export type Place = readonly (string | number)[];

/** The name of the examples that are composed of the examples of an object's properties. */
const ofSchemas = 'in schemas';

/** Returns a visitor that calls back with all examples of bodies at the end of the visit; each file once per name. */
export function collectExamples(judge: (examples: readonly NamedExample[]) => void): Visitor {
  const seen = new Map<unknown, Set<string>>();
  const examples: NamedExample[] = [];
  return {
    MediaType({ examples: named = {} }: MediaType, { location, report, resolve }: Context) {
      for (const [name, example] of Object.entries(named)) {
        const found = resolve(example);
        const names = seen.get(found.node) ?? new Set();
        if (names.has(name)) continue;
        seen.set(found.node, names.add(name));
        const isReference = '$ref' in example;
        const at: Location = (isReference ? found.location : location.child(['examples', name])).child('value');
        const say: NamedExample['say'] = (message, place) => report({ message, location: at.child(place) });
        examples.push({ name, value: found.node.value, say });
      }
    },
    Schema({ properties = {} }: Schema, { location, report, resolve }: Context) {
      const shown = Object.entries(properties).map(
        // In OpenAPI 3.1, an example next to a reference has precedence.
        ([key, property]) => [key, property.example ?? resolve(property).node.example] as const,
      );
      const value = Object.fromEntries(shown.filter(([, example]) => example !== undefined));
      const at = location.child('properties');
      examples.push({
        name: ofSchemas,
        value,
        say: (message, place) => report({ message, location: at.child(place) }),
      });
    },
    Root: { leave: () => judge(examples) },
  };
}

/** Yields every object in a value, with its location. */
export function objectsIn(value: unknown, place: Place = []): { readonly object: Members; readonly place: Place }[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => objectsIn(item, [...place, index]));
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, member]) => objectsIn(member, [...place, key]));
  return [{ object: value as Members, place }, ...inner];
}

export type Members = Readonly<Record<string, unknown>>;
