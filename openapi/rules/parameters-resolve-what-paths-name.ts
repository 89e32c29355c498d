import type { Context, Location, Parameter, Rule } from './rule.ts';

/**
 * `x-resolves` resolves a query parameter like the path parameter with that name. The description must have such a path
 * parameter, whose resolver is used, and the value must be one text.
 */
export const parametersResolveWhatPathsName: Rule = () => {
  const inPaths = new Set<string>();
  const found: { readonly name: string; readonly at: Location; readonly report: Context['report'] }[] = [];
  return {
    Root: {
      leave() {
        for (const { name, at, report } of found)
          if (!inPaths.has(name)) report({ message: `No path has a parameter \`${name}\`.`, location: at });
      },
    },
    Parameter({ name = '', in: place, schema, 'x-resolves': resolves }: Parameter, context: Context) {
      if (place === 'path') inPaths.add(name);
      if (resolves === undefined) return;
      const at = context.location.child('x-resolves');
      if (place !== 'query' || context.resolve(schema ?? {}).node.type !== 'string')
        context.report({ message: 'Only a query parameter with one text can be resolved.', location: at });
      found.push({ name: resolves, at, report: context.report });
    },
  };
};
