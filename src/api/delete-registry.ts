import { deleteRegistry as remove } from '../registry/registries.ts';
import type { Operation } from '../serving/env.ts';

export const deleteRegistry: Operation<'deleteRegistry'> = async ({ found }, { larder }) => {
  const { id, name } = found.registry;
  await remove(larder, found.registry);
  return { status: 200, body: { id, message: `Deleted registry "${name}" with its packages.` } };
};
