import { asPackage } from './represent/package.ts';
import type { Operation } from '../serving/env.ts';

export const getPackage: Operation<'getPackage'> = ({ found }, { urls }) => ({
  status: 200,
  body: asPackage(found, found.package, urls),
});
