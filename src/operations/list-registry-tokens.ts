import { asRegistryToken } from './represent/token.ts';
import type { Operation } from './surroundings.ts';

export const listRegistryTokens: Operation<'listRegistryTokens'> = async ({ found }, { larder, urls }) => {
  const tokens = await larder.catalog.tokens.listOfRegistry(found.registry.id);
  return { status: 200, body: tokens.map((token) => asRegistryToken(found, token, urls)) };
};
