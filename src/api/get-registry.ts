import { asRegistry } from './represent/registry.ts';
import type { Operation } from '../serving/env.ts';

export const getRegistry: Operation<'getRegistry'> = ({ found }, { urls }) => ({
  status: 200,
  body: asRegistry(found.organization, found.registry, urls),
});
