import { mapAll } from './map-all.ts';
import { asRegistryToken } from './represent/token.ts';
import type { Operation } from './surroundings.ts';

export const listRegistryTokens: Operation<'listRegistryTokens'> = async ({ found }, { larder, urls }) => {
  const tokens = larder.catalog.tokens.listOfRegistry(found.registry.id);
  return { status: 200, body: await mapAll(tokens, (token) => asRegistryToken(found, token, urls)) };
};
