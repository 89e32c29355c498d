import { asRegistryToken } from './represent/token.ts';
import type { Operation } from '../serving/env.ts';

export const getRegistryToken: Operation<'getRegistryToken'> = ({ found }, { urls }) => ({
  status: 200,
  body: asRegistryToken(found, found.registry_token, urls),
});
