import type { Context, Rule, Schema } from './rule.ts';

/**
 * A pattern spans the whole text, because languages differ: JSON Schema searches for it (2020-12, Validation, 6.3.3),
 * the `match` of some begins at the start, and the `matches` of others takes the whole.
 */
export const patternsAreAnchored: Rule = () => ({
  Schema({ pattern }: Schema, { location, report }: Context) {
    if (pattern !== undefined && !isAnchored(pattern))
      report({ message: 'Begin the pattern with `^` and end it with `$`.', location: location.child('pattern') });
  },
});

function isAnchored(pattern: string): boolean {
  const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  return bare.startsWith('^') && bare.endsWith('$') && !withoutGroups(bare).includes('|');
}

/** An alternative outside of all groups has one anchor at most. */
function withoutGroups(pattern: string): string {
  const outside = pattern.replace(/\([^()]*\)/g, 'x');
  return outside === pattern ? outside : withoutGroups(outside);
}
