/** Adds the description of a schema to the properties that refer to it, because editors show only that of a property. */

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Returns a copy of a bundled description. A property with a description of its own keeps it. */
export function withDescribedReferences(description: unknown): unknown {
  const schemas = schemasOf(description);
  const described = (property: Schema): Schema => {
    if (property.description !== undefined || property.$ref === undefined) return property;
    const { description: text } = schemas[property.$ref.split('/').at(-1) ?? ''] ?? {};
    return text === undefined ? property : { ...property, description: text };
  };
  const copied = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copied);
    if (typeof value !== 'object' || value === null) return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copied(inner)]));
    return isObjectSchema(copy) ? { ...copy, properties: mapped(copy.properties, described) } : copy;
  };
  return copied(description);
}

function schemasOf(description: unknown): Readonly<Record<string, Schema>> {
  // A bundle has been linted.
  const { components } = description as { readonly components?: { readonly schemas?: Record<string, Schema> } };
  return components?.schemas ?? {};
}

/** A property of a JSON document in an example may also be named `properties`. */
function isObjectSchema(value: Schema): value is Schema & Required<Pick<Schema, 'properties'>> {
  const { properties } = value;
  return (
    'type' in value &&
    typeof properties === 'object' &&
    Object.values(properties).every((property) => typeof property === 'object')
  );
}

function mapped(properties: Readonly<Record<string, Schema>>, change: (property: Schema) => Schema): object {
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, change(property)]));
}
