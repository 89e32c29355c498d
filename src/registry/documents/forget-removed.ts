/** Forgets the removals of entries that all renderings include. */
import { setTimeout as delay } from 'node:timers/promises';
import type { RemovedEntry } from '../../storage/documents.ts';
import type { Larder } from '../larder.ts';
import { writable } from '../writable.ts';

/** The number of removals per transaction. */
const batch = 500;

/** Returns when no such removal is left or `stop` is aborted. */
export async function forgetRemovedEntries(larder: Larder, stop: AbortSignal): Promise<void> {
  const { documents } = larder[writable];
  let forgotten: RemovedEntry[] = [];
  let registryId = '';
  let included: IncludedRevision = () => 0;
  const forget = async (): Promise<void> => {
    const start = performance.now();
    await documents.forgetRemoved(forgotten);
    forgotten = [];
    // Leave the event loop and the database to requests for as long as the batch took.
    await delay(performance.now() - start);
  };
  for await (const removal of documents.removed()) {
    if (stop.aborted) return;
    if (removal.registryId !== registryId) included = await includedRevisions(larder, removal);
    ({ registryId } = removal);
    if (removal.revision <= included(removal.part)) forgotten.push(removal);
    if (forgotten.length === batch) await forget();
  }
  if (forgotten.length > 0) await forget();
}

/** Returns a revision of a part that the next rendering of every part that reads it will have as its start. */
type IncludedRevision = (part: string) => number;

async function includedRevisions(
  { catalog, ecosystems }: Larder,
  { registryId, ecosystem }: RemovedEntry,
): Promise<IncludedRevision> {
  const { documents } = ecosystems[ecosystem];
  // First renderings read all entries. One that begins from now on includes at least this revision.
  const latest = (await catalog.documents.revision(registryId)) ?? 0;
  if (documents.together === 'registry') {
    const overview = await catalog.documents.part(registryId, '');
    const rendered = overview?.rendering?.rendered ?? latest;
    return () => rendered;
  }
  const oldest = new Map<string, number>();
  for await (const { part, rendering } of catalog.documents.parts(registryId)) {
    if (rendering === undefined) continue;
    for (const read of documents.reads(part))
      oldest.set(read, Math.min(oldest.get(read) ?? rendering.rendered, rendering.rendered));
  }
  return (part) => oldest.get(part) ?? latest;
}
