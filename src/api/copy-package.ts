import { publisherOf } from '../registry/callers.ts';
import { copyPackage as copy } from '../registry/copy.ts';
import { asPackage, packageExists } from './represent/package.ts';
import { missing, reaches } from '../serving/resolvers.ts';
import type { Operation } from '../serving/env.ts';

export const copyPackage: Operation<'copyPackage'> = async ({ found, query, caller }, { larder, urls }) => {
  const { organization } = found;
  const destination = await larder.catalog.registries.find(organization.id, query.to);
  if (!destination || !reaches(caller(), destination)) throw missing('registry', query.to);
  const shelf = { organization, registry: destination };
  const copied = await copy(larder, found.package, {
    from: found.registry,
    to: destination,
    by: publisherOf(caller()),
  });
  if (copied.outcome === 'exists') throw packageExists(shelf, copied.package, urls);
  return { status: 200, body: asPackage(shelf, copied.package, urls) };
};
