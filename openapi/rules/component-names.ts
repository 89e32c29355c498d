/** Collects the components of a description during the visit: its own, and files that it refers to. */
import path from 'node:path';
import type { Context, Visitor } from './rule.ts';

export interface Component {
  readonly kind: Kind;
  /** Its name in a bundle. */
  readonly name: string;
  readonly report: (message: string) => void;
}

type Kind = (typeof kinds)[number];

const kinds = ['Schema', 'Parameter', 'Response'] as const;

/** Returns a visitor that calls `check` with all components at the end of the visit. */
export function collectComponents(check: (components: readonly Component[]) => void): Visitor {
  const found: Component[] = [];
  const collect =
    (kind: Kind) =>
    (_: object, { location, report }: Context): void => {
      const name = nameOf(location);
      if (name !== undefined) found.push({ kind, name, report: (message) => report({ message, location }) });
    };
  return {
    ...Object.fromEntries(kinds.map((kind) => [kind, collect(kind)])),
    Root: { leave: () => check(found) },
  };
}

/** Returns undefined for a part that is described in place. */
function nameOf({ pointer, source }: Context['location']): string | undefined {
  if (pointer === '#/') return path.parse(source.absoluteRef).name;
  return /^#\/components\/[^/]+\/([^/]+)$/.exec(pointer)?.[1];
}
