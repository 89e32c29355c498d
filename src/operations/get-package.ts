import { asPackage } from './represent/package.ts';
import type { Operation } from './surroundings.ts';

export const getPackage: Operation<'getPackage'> = ({ found }, { urls }) => ({
  status: 200,
  body: asPackage(found, found.package, urls),
});
