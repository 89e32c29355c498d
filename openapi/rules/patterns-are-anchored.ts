import type { Context, Rule, Schema } from './rule.ts';

/**
 * A pattern spans the whole text, because languages differ: JSON Schema searches for it (2020-12, Validation, 6.3.3),
 * `match` of some languages begins at the start, and `matches` of others tests the whole text.
 */
export const patternsAreAnchored: Rule = () => ({
  Schema({ pattern, patternProperties = {} }: Schema, { location, report }: Context) {
    const places = [
      ...(pattern === undefined ? [] : [[pattern, location.child('pattern')] as const]),
      ...Object.keys(patternProperties).map((name) => [name, location.child(['patternProperties', name])] as const),
    ];
    for (const [text, place] of places)
      if (!isAnchored(text)) report({ message: 'Begin the pattern with `^` and end it with `$`.', location: place });
  },
});

function isAnchored(pattern: string): boolean {
  const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  return bare.startsWith('^') && bare.endsWith('$') && !withoutGroups(bare).includes('|');
}

/** An alternative outside of all groups has at most one anchor. */
function withoutGroups(pattern: string): string {
  const outside = pattern.replace(/\([^()]*\)/g, 'x');
  return outside === pattern ? outside : withoutGroups(outside);
}
