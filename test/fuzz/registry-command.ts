/** Commands about a registry that exists in the model. */
import type * as fc from 'fast-check';
import { pick, type Model, type ModelRegistry, type Real } from './model.ts';

export type Command = fc.AsyncCommand<Model, Real>;

export function inRegistry(
  title: string,
  n: number,
  run: (registry: ModelRegistry, model: Model, real: Real) => Promise<void>,
): Command {
  return {
    check: ({ registries: all }) => all.length > 0,
    run: async (model, real) => {
      const registry = pick(model.registries, n);
      if (registry) await run(registry, model, real);
    },
    toString: () => title,
  };
}
