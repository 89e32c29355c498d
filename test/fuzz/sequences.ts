/** Sequences of changes, after which a server has what a model of it has. */
import * as fc from 'fast-check';
import { createLarderClient } from '../../src/client/index.ts';
import { commandsWith } from './commands.ts';
import { checkList, checkPackage, checkToken } from './model-checks.ts';
import type { Model, Real } from './model.ts';
import { organization, type Target } from './things.ts';

const longest = 25;

/** Each sequence begins and ends without registries. `replayPath` is from a report of fast-check. */
export function sequenceProperty(
  { url, token }: Target,
  count: () => void,
  replayPath?: string,
): fc.IRawProperty<unknown> {
  const fetchCounted = (request: Request): Promise<Response> => {
    count();
    return fetch(request);
  };
  const owner = createLarderClient({ baseUrl: url, token, retries: 0, fetch: fetchCounted });
  const options = { maxCommands: longest, size: 'max', ...(replayPath === undefined ? {} : { replayPath }) } as const;
  return fc.asyncProperty(fc.commands(commandsWith(token), options), async (commands) => {
    const model: Model = { registries: [] };
    const real: Real = { url, owner };
    try {
      await fc.asyncModelRun(() => ({ model, real }), commands);
      for (const registry of model.registries) {
        await checkList(real, registry, 2);
        for (const known of registry.packages) await checkPackage(real, registry.slug, known, token);
        for (const known of registry.tokens) await checkToken(real, registry.slug, [], known);
      }
    } finally {
      for (const { slug } of model.registries) {
        await owner.DELETE('/v2/packages/organizations/{organization}/registries/{registry}', {
          params: { path: { organization, registry: slug } },
        });
      }
    }
  });
}
