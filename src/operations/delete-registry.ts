import { missing } from './resolvers.ts';
import type { Operation } from './surroundings.ts';

export const deleteRegistry: Operation<'deleteRegistry'> = async ({ found }, { larder }) => {
  const { id, name, slug } = found.registry;
  if (!(await larder.catalog.registries.delete(id))) throw missing('registry', slug);
  return { status: 200, body: { id, message: `Deleted registry "${name}" with its packages.` } };
};
