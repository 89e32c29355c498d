import { asRegistryToken } from './represent/token.ts';
import type { Operation } from '../serving/env.ts';

export const updateRegistryToken: Operation<'updateRegistryToken'> = async ({ found, body }, { larder, urls }) => {
  const { description = found.registry_token.description } = body;
  await larder.catalog.tokens.describe(found.registry_token.id, description);
  return { status: 200, body: asRegistryToken(found, { ...found.registry_token, description }, urls) };
};
