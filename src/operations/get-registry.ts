import { asRegistry } from './represent/registry.ts';
import type { Operation } from './surroundings.ts';

export const getRegistry: Operation<'getRegistry'> = ({ found }, { urls }) => ({
  status: 200,
  body: asRegistry(found.organization, found.registry, urls),
});
