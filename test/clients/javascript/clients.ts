/** All clients that the suite uses. */
import { berry } from './berry-client.ts';
import { bun } from './bun-client.ts';
import { can, type Cannot, type JavascriptClient } from './client.ts';
import { npmClient } from './npm-client.ts';
import { pnpm } from './pnpm-client.ts';
import { yarn } from './yarn-client.ts';

export const clients: readonly JavascriptClient[] = [
  npmClient(10),
  npmClient(11),
  npmClient(12),
  pnpm,
  yarn,
  berry,
  bun,
];

/** Returns the clients that have a facet, with it. */
export function withFacet<T extends object>(facetOf: (client: JavascriptClient) => T | Cannot) {
  return clients.flatMap((client) => {
    const facet = facetOf(client);
    return can(facet) ? [[client.name, client, facet] as const] : [];
  });
}
