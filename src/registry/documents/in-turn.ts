/** Servers that share a catalog render a scope one after the other, because one result serves all of them. */
import { setTimeout as delay } from 'node:timers/promises';
import type { DocumentCatalog } from '../../storage/documents.ts';

/** In milliseconds. */
const betweenTries = 20;

/** In milliseconds. Longer than nearly all renderings; a server that hangs must not stop the others. */
const patience = 10_000;

/** Runs `render`; or waits until another server's turn has ended, whose rendering may be new enough. */
export async function inTurn(
  catalog: Pick<DocumentCatalog, 'beginTurn'>,
  { registryId, part }: { readonly registryId: string; readonly part: string },
  render: () => Promise<unknown>,
): Promise<void> {
  const begun = performance.now();
  for (let isFirst = true; ; isFirst = false) {
    const endTurn = await catalog.beginTurn(registryId, part);
    try {
      const isOver = performance.now() - begun > patience;
      if (isOver || (endTurn && isFirst)) await render();
      if (endTurn || isOver) return;
    } finally {
      await endTurn?.();
    }
    await delay(betweenTries);
  }
}
