import { publishPackage as publish } from '../registry/publish.ts';
import { asPackage, packageExists } from './represent/package.ts';
import type { Operation } from './surroundings.ts';

export const publishPackage: Operation<'publishPackage'> = async ({ found, body }, { larder, urls }) => {
  const { fileName, staged } = body.file;
  const published = await publish(larder, found.registry, fileName, staged);
  if (published.outcome === 'exists') throw packageExists(found, published.package, urls);
  return { status: 200, body: asPackage(found, published.package, urls) };
};
