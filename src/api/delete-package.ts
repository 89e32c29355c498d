import { titleOf } from '../model/package-title.ts';
import { missing } from '../serving/resolvers.ts';
import type { Operation } from '../serving/env.ts';

export const deletePackage: Operation<'deletePackage'> = async ({ found }, { larder }) => {
  const { id } = found.package;
  if (!(await larder.catalog.packages.delete(found.registry.id, id))) throw missing('package', id);
  return { status: 200, body: { id, message: `Deleted ${titleOf(found.package)}.` } };
};
