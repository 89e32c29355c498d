import { typesOf, type Context, type MediaType, type Parameter, type Rule, type Schema } from './rule.ts';
import { schemasBelow } from './schemas-below.ts';

/** Keywords that contain a value. */
const shown = ['example', 'examples', 'const', 'enum'];

/** Keywords that are composed of other schemas with examples. */
const composed = ['properties', 'items', 'allOf', 'anyOf', 'oneOf'];

/**
 * Every value has an example: a parameter, a header or a schema has one, or is composed of parts that have. Bytes have
 * examples in their media types.
 */
export const partsHaveExamples: Rule = () => {
  const seen = new Set<Schema>();
  const visit = (part: Parameter, { report, resolve }: Context): void => {
    const inSchema = part.schema !== undefined && shows(resolve(part.schema).node);
    if (!shows(part) && !inSchema) report({ message: 'This has no example. Add one.' });
  };
  return {
    Parameter: visit,
    Header: visit,
    // The schemas of parameters and headers have the examples of these.
    MediaType({ schema = {} }: MediaType, context: Context) {
      for (const found of schemasBelow(schema, context.location.child('schema'), context)) {
        if (!seen.has(found.schema) && !isShown(found.schema))
          context.report({ message: 'This value has no example. Add one.', location: found.location });
        seen.add(found.schema);
      }
    },
  };
};

function isShown(schema: Schema): boolean {
  const isWhole = composed.some((keyword) => keyword in schema) || schema.format === 'binary';
  return isWhole || typesOf(schema).length === 0 || shows(schema);
}

function shows(part: object): boolean {
  return shown.some((keyword) => keyword in part);
}
