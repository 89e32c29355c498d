import { typesOf, type Context, type Rule, type Schema } from './rule.ts';

/**
 * Every value has a maximum size, so that clients can allocate memory and the server can reject larger ones. A format
 * is a bound, and bytes, including base64, have their own limit (413). So is `x-clamp`, into whose bounds the server
 * moves a number.
 */
export const valuesAreBounded: Rule = () => ({
  Schema(schema: Schema, { report }: Context) {
    if ('enum' in schema || 'const' in schema) return;
    const has = (...keywords: readonly string[]): boolean => keywords.some((keyword) => keyword in schema);
    const types = typesOf(schema);
    if (types.includes('string') && !has('maxLength', 'format', 'contentEncoding') && !isBounded(schema.pattern))
      report({ message: 'Limit this string with `maxLength`, a format, or a pattern without unlimited repetition.' });
    if (types.includes('array') && !has('maxItems')) report({ message: 'Limit this array with `maxItems`.' });
    const isNumber = types.includes('integer') || types.includes('number');
    if (isNumber && !has('x-clamp') && !(has('minimum', 'exclusiveMinimum') && has('maximum', 'exclusiveMaximum')))
      report({ message: 'Limit this number with `minimum` and `maximum`.' });
  },
});

/** Returns whether a pattern matches the whole text and has no unlimited repetition. */
function isBounded(pattern: string | undefined): boolean {
  if (!pattern?.startsWith('^') || !pattern.endsWith('$')) return false;
  const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  return !/[*+|]|\{\d+,\}/.test(bare);
}
