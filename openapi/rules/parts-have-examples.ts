import { typesOf, type Context, type MediaType, type Parameter, type Rule, type Schema } from './rule.ts';
import { schemasBelow } from './schemas-below.ts';

/** What shows a value by itself. */
const shown = ['example', 'examples', 'const', 'enum'];

/** What is made of other schemas, which show theirs. */
const composed = ['properties', 'items', 'allOf', 'anyOf', 'oneOf'];

/**
 * Every value can be seen: a parameter, a header or a schema has an example, or is made of parts that have. Bytes are
 * shown by the examples of their media types, which no schema could hold.
 */
export const partsHaveExamples: Rule = () => {
  const seen = new Set<Schema>();
  const visit = (part: Parameter, { report, resolve }: Context): void => {
    const inSchema = part.schema !== undefined && shows(resolve(part.schema).node);
    if (!shows(part) && !inSchema) report({ message: 'Show an example of this.' });
  };
  return {
    Parameter: visit,
    Header: visit,
    // The schemas of parameters and headers are shown by these.
    MediaType({ schema = {} }: MediaType, context: Context) {
      for (const found of schemasBelow(schema, context.location.child('schema'), context)) {
        if (!seen.has(found.schema) && !isShown(found.schema))
          context.report({ message: 'Show an example of this value.', location: found.location });
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
