import { mapAll } from './map-all.ts';
import { asRegistry } from './represent/registry.ts';
import type { Operation } from './surroundings.ts';

export const listRegistries: Operation<'listRegistries'> = async ({ found }, { larder, urls }) => {
  const { organization } = found;
  const registries = larder.catalog.registries.list(organization.id);
  return { status: 200, body: await mapAll(registries, (one) => asRegistry(organization, one, urls)) };
};
