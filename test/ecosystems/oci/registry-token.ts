/** Tokens that can only read the packages of one registry. */
import { bodyOf } from '../../fixtures/replies.ts';
import type { Home } from '../recipe.ts';

/** Returns the secret of a new token. */
export async function issueRegistryToken({ server, slug }: Pick<Home, 'server' | 'slug'>): Promise<string> {
  const made = await server.ask(server.in(slug, 'tokens'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ description: 'For a machine' }),
  });
  return (await bodyOf(made, 'RegistryTokenWithSecret')).token;
}
