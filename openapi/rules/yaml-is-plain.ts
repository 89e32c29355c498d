import { isPair, isScalar, parseDocument, visit } from 'yaml';
import type { Context, Rule } from './rule.ts';

/**
 * Forbids merge keys: OpenAPI requires YAML that is equivalent to JSON (3.1, section 4.3), and `<<` is not in the core
 * schema of YAML 1.2, so parsers differ.
 */
export const yamlIsPlain: Rule = () => {
  const seen = new Set<string>();
  return {
    any(_: unknown, { location, report }: Context) {
      const { absoluteRef, body } = location.source;
      if (seen.has(absoluteRef)) return;
      seen.add(absoluteRef);
      visit(parseDocument(body), {
        Pair(_key, { key }, ancestors) {
          if (!isScalar(key) || key.value !== '<<') return;
          const steps = ancestors.flatMap((node) =>
            isPair(node) && isScalar(node.key) ? [String(node.key.value)] : [],
          );
          report({
            message: 'Copy the merged values here: `<<` is not part of YAML 1.2.',
            location: location.child(steps),
          });
        },
      });
    },
  };
};
