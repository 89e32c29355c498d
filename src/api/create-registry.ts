import { createRegistry as create } from '../registry/registries.ts';
import { asRegistry } from './represent/registry.ts';
import { registryChanges } from './registry-changes.ts';
import type { Operation } from '../serving/env.ts';

export const createRegistry: Operation<'createRegistry'> = async ({ found, body }, { larder, urls }) => {
  const { name, ecosystem } = body;
  const registry = await create(larder, found.organization, { ...(await registryChanges(body)), name, ecosystem });
  return { status: 200, body: asRegistry(found.organization, registry, urls) };
};
