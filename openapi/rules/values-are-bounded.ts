import { typesOf, type Context, type Rule, type Schema } from './rule.ts';

/**
 * Every value has a size that is known beforehand, so that clients can make room for it and the server can refuse what
 * is larger. A format is a bound: what it allows is known, and bytes, base64 too, have a limit of their own (413). So is `x-clamp`,
 * into whose bounds the server moves a number.
 */
export const valuesAreBounded: Rule = () => ({
  Schema(schema: Schema, { report }: Context) {
    if ('enum' in schema || 'const' in schema) return;
    const has = (...keywords: readonly string[]): boolean => keywords.some((keyword) => keyword in schema);
    const types = typesOf(schema);
    if (types.includes('string') && !has('maxLength', 'format', 'contentEncoding') && !isBounded(schema.pattern))
      report({ message: 'Bound this string by `maxLength`, a format, or a pattern without repetition at will.' });
    if (types.includes('array') && !has('maxItems')) report({ message: 'Bound this array by `maxItems`.' });
    const isNumber = types.includes('integer') || types.includes('number');
    if (isNumber && !has('x-clamp') && !(has('minimum', 'exclusiveMinimum') && has('maximum', 'exclusiveMaximum')))
      report({ message: 'Bound this number by `minimum` and `maximum`.' });
  },
});

/** Whether a pattern spans the whole text, and repeats nothing without an end. */
function isBounded(pattern: string | undefined): boolean {
  if (!pattern?.startsWith('^') || !pattern.endsWith('$')) return false;
  const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  return !/[*+|]|\{\d+,\}/.test(bare);
}
