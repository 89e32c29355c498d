import { typesOf, type Context, type Rule, type Schema } from './rule.ts';

const message =
  'Say what more this object may hold: `additionalProperties` where other names are data or are ignored, ' +
  'else `unevaluatedProperties: true`, for what later versions add.';

/**
 * Each object says whether it may hold more than it names. One word for each of two meanings:
 *
 * - `additionalProperties`: a map, or a request whose other properties are ignored. It is part of the types.
 * - `unevaluatedProperties: true`: later versions may add properties, so clients must bear with them, and adding one
 *   breaks nobody. This version has none: it is not part of the types, and tests close these objects
 *   (`src/contract/validation/closed-schemas.ts`).
 */
export const objectsSayWhatMore: Rule = () => ({
  Schema(schema: Schema, { report }: Context) {
    const isObject = typesOf(schema).includes('object') || schema.properties !== undefined;
    if (isObject && !('additionalProperties' in schema) && !('unevaluatedProperties' in schema)) report({ message });
  },
});
