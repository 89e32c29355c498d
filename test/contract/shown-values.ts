/** The values that the examples of all descriptions show, by the schema that describes them. */
import { follow, type OpenApiDocument, type Schema } from '../../src/contract/description.ts';
import { everyOperation } from './descriptions.ts';

export interface Shown {
  /** Where the schema was met first, such as `getPackage 200 files items size`. */
  readonly place: string;
  readonly schema: SchemaObject;
  readonly values: readonly unknown[];
}

/** The parts of JSON Schema that are read here. */
export interface SchemaObject {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly example?: unknown;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Exampled {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, unknown>>;
}

interface Described {
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses?: Readonly<Record<string, unknown>>;
}

interface WithContent {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, Exampled>>;
}

/** Only schemas of which some value is shown. A component that several descriptions share is met once in each. */
export function shownValues(): Shown[] {
  const found = new Map<SchemaObject, { place: string; schema: SchemaObject; values: unknown[] }>();
  for (const { document, place, part } of exampledParts()) {
    for (const value of valuesOf(document, part)) visit(document, place, part.schema ?? {}, value);
    visitParts(document, place, part.schema ?? {});
  }
  return [...found.values()];

  /** What no whole example holds may be shown where it is described. */
  function visitParts(document: OpenApiDocument, place: string, reference: Schema): void {
    const { items, properties = {} } = follow<SchemaObject>(document, reference);
    const parts = { ...(items && { items }), ...properties };
    for (const [name, part] of Object.entries(parts)) {
      const { example } = follow<SchemaObject>(document, part);
      if (example !== undefined) visit(document, `${place} ${name}`, part, example);
      visitParts(document, `${place} ${name}`, part);
    }
  }

  function visit(document: OpenApiDocument, place: string, reference: Schema, value: unknown): void {
    const schema = follow<SchemaObject>(document, reference);
    const known = found.get(schema) ?? { place, schema, values: [] };
    found.set(schema, known);
    known.values.push(value);
    const { allOf = [], anyOf = [], oneOf = [], items, properties = {}, additionalProperties } = schema;
    for (const part of [...allOf, ...anyOf, ...oneOf]) visit(document, place, part, value);
    if (Array.isArray(value)) for (const item of value) visit(document, `${place} items`, items ?? {}, item);
    if (!isObject(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      const own = properties[name] ?? additionalProperties;
      if (typeof own === 'object') visit(document, `${place} ${name}`, own, inner);
    }
  }
}

function exampledParts(): { document: OpenApiDocument; place: string; part: Exampled }[] {
  return everyOperation.flatMap(({ id, operation, document }) => {
    const item = document.paths[operation.path] as Described & Readonly<Record<string, Described>>;
    const own = item[operation.method.toLowerCase()] ?? {};
    const parameters = [...(item.parameters ?? []), ...(own.parameters ?? [])].map((one) => {
      const part = follow<Exampled & { name: string }>(document, one);
      return [`${id} ${part.name}`, part] as const;
    });
    const bodies = Object.entries({ request: own.requestBody ?? {}, ...own.responses }).flatMap(([name, body]) => {
      const { headers = {}, content = {} } = follow<WithContent>(document, body);
      const place = `${id} ${name}`;
      return [
        ...Object.entries(headers).map(
          ([header, one]) => [`${place} ${header}`, follow<Exampled>(document, one)] as const,
        ),
        ...Object.values(content).map((part) => [place, part] as const),
      ];
    });
    return [...parameters, ...bodies].map(([place, part]) => ({ document, place, part }));
  });
}

function valuesOf(document: OpenApiDocument, { schema = {}, example, examples = {} }: Exampled): unknown[] {
  const named = Object.values(examples).map((one) => follow<{ value?: unknown }>(document, one).value);
  const all = [...named, example, follow<{ example?: unknown }>(document, schema).example];
  return all.filter((value) => value !== undefined);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
