/** Renders a part or an overview, and stores the result. Concurrent requests share one rendering. */
import { memoizeBy } from '../../contract/memoize-by.ts';
import { step } from '../../model/steps.ts';
import { commit } from '../../storage/commit.ts';
import type { RenderedPart } from '../../storage/documents.ts';
import { storageFailureOf } from '../../storage/failures.ts';
import type { Larder } from '../larder.ts';
import { writable } from '../writable.ts';
import { changedDocuments, type ChangedDocuments } from './changed-documents.ts';
import { diskFull, mostUnstored } from './new-pieces.ts';
import { openPieces } from './open-pieces.ts';
import { renderOverview } from './render-overview.ts';
import { renderPart } from './render-part.ts';
import { inTurn } from './in-turn.ts';
import { beginRendering, type Rendering, type Scope } from './rendering.ts';
import { forgetUnstored, inMemory, keepUnstored } from './unstored.ts';

/**
 * Renders the scope once, unless another server does. The result may be older than the call, if a rendering was already
 * running.
 */
export function renderScope(larder: Larder, scope: Scope): Promise<unknown> {
  const renderings = running(larder.catalog);
  const place = { registryId: scope.ref.registry.id, part: scope.part };
  const key = `${place.registryId} ${place.part}`;
  const known = renderings.get(key);
  if (known) return known;
  const started = inTurn(larder[writable].documents, place, () =>
    step(
      'rendered',
      () => render(larder, scope),
      (documents) => ({ ...place, documents }),
    ),
  ).finally(() => renderings.delete(key));
  renderings.set(key, started);
  return started;
}

/** By the catalog that they are stored in. */
const running = memoizeBy<Larder['catalog'], Map<string, Promise<unknown>>>(() => new Map());

/** Returns the number of changed documents. */
async function render(larder: Larder, scope: Scope): Promise<number> {
  await using rendering = await beginRendering(larder, scope);
  const parts = await renderAll(larder, rendering, scope);
  const changed = changedDocuments(rendering.before, rendering.drafts, rendering);
  try {
    await store(rendering, parts, changed);
    forgetUnstored(larder, scope);
  } catch (error) {
    const own = parts.find(({ part }) => part === scope.part);
    if (storageFailureOf(error) !== 'full' || own === undefined) throw error;
    const open = openPieces(larder, scope.ref.registry.id, 'stream');
    const unstored = await inMemory(own, changed.documents, rendering.pieces, open);
    if (unstored.size > mostUnstored) throw diskFull(error);
    keepUnstored(larder, scope, unstored);
  }
  return changed.documents.length;
}

async function renderAll(larder: Larder, rendering: Rendering, scope: Scope): Promise<readonly RenderedPart[]> {
  if (scope.part === '') return await renderOverview(rendering, (alone) => renderScope(larder, alone));
  const row = await rendering.row(scope.part);
  return [await renderPart(rendering, row ?? { part: scope.part, revision: 0, rendering: undefined, isListed: false })];
}

async function store(
  { larder, scope, previous, pieces }: Rendering,
  parts: readonly RenderedPart[],
  { documents, sets }: ChangedDocuments,
): Promise<void> {
  const digests = gainedDigests(sets);
  const staged = digests.map((digest) => pieces.staged(digest)).filter((blob) => blob !== undefined);
  await commit(staged, () =>
    larder[writable].documents.store({
      registryId: scope.ref.registry.id,
      scope: scope.part,
      previous,
      parts,
      documents,
      blobs: staged.map(({ size, digests: sums, location }) => ({ size, digests: sums, location })),
      // Such as fragments that another part has already.
      reused: digests.filter((digest) => pieces.staged(digest) === undefined),
      sets,
    }),
  );
}

/** Returns the digests of the blobs that the sets gain. */
function gainedDigests(sets: ChangedDocuments['sets']): readonly string[] {
  const digests = new Set<string>();
  for (const { gained } of sets) {
    for (const { sha256, fragment } of gained) {
      digests.add(sha256);
      if (fragment) digests.add(fragment.deflatedSha256);
    }
  }
  return [...digests];
}
