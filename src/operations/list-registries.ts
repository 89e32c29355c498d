import { asRegistry } from './represent/registry.ts';
import type { Operation } from './surroundings.ts';

export const listRegistries: Operation<'listRegistries'> = async ({ found }, { larder, urls }) => {
  const registries = await larder.catalog.registries.list(found.organization.id);
  return { status: 200, body: registries.map((registry) => asRegistry(found.organization, registry, urls)) };
};
