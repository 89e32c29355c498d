import { typesOf, type Context, type Rule, type Schema } from './rule.ts';

const message =
  'Specify the other properties of this object: `additionalProperties` if other names are data or are ignored, ' +
  'else `unevaluatedProperties: true`, for additions in later versions.';

/**
 * Each object specifies whether it may have other properties, with one keyword for each of two meanings:
 *
 * - `additionalProperties`: a map, or a request whose other properties are ignored. It is part of the types.
 * - `unevaluatedProperties: true`: later versions may add properties, so clients must ignore unknown ones, and adding one is
 *   not breaking. This version has none: it is not part of the types, and tests close these objects
 *   (`src/contract/validation/closed-schemas.ts`).
 */
export const objectsSayWhatMore: Rule = () => ({
  Schema(schema: Schema, { report }: Context) {
    const isObject = typesOf(schema).includes('object') || schema.properties !== undefined;
    if (isObject && !('additionalProperties' in schema) && !('unevaluatedProperties' in schema)) report({ message });
  },
});
