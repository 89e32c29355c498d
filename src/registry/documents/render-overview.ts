/** Renders the overview of a registry, and the parts that it vouches for. */
import { createPauses } from '../../model/pauses.ts';
import type { ListedPart, RenderedPart } from '../../storage/documents.ts';
import type { OverviewPart, WrittenDocument } from '../documents.ts';
import { earliest, isCurrent, watchFacts } from './facts.ts';
import { createOutput } from './output.ts';
import { existsEmpty, renderPart } from './render-part.ts';
import type { Rendering, Scope } from './rendering.ts';

/** Renders and stores a part that is replaced separately. */
type RenderAlone = (scope: Scope) => Promise<unknown>;

/** Returns the changes of the rows of parts. */
export async function renderOverview(rendering: Rendering, renderAlone: RenderAlone): Promise<readonly RenderedPart[]> {
  const { scope, date, signingKeys, revision, pieces, open } = rendering;
  const { documents, facts } = scope;
  const latest = await rendering.latest('');
  const { output, drafts, expiresAt } = createOutput({ part: '', partOf: documents.partOf, latest, pieces, open });
  const watched = watchFacts(facts, { date, signingKeys });
  const changes: RenderedPart[] = [];
  const parts = overviewParts(rendering, renderAlone, changes);
  await documents.renderOverview({ [Symbol.asyncIterator]: () => parts }, output, watched.about);
  rendering.before.push(...latest);
  rendering.drafts.push(...drafts);
  changes.push({
    part: '',
    rendered: revision,
    basis: watched.basis(),
    date,
    expiresAt: earliest([expiresAt(), watched.expiresAt()]),
    line: '',
    isEmpty: false,
  });
  return changes;
}

/** Adds the changes of the rows of parts to `changes`. */
async function* overviewParts(
  rendering: Rendering,
  renderAlone: RenderAlone,
  changes: RenderedPart[],
): AsyncGenerator<OverviewPart, void, undefined> {
  const { scope, previous } = rendering;
  const isTogether = scope.documents.together === 'registry';
  const pause = createPauses();
  for await (const row of allParts(rendering)) {
    const { part } = row;
    const isListed = row.isListed || existsEmpty(scope, part);
    const hasChanged = previous === undefined || row.revision > previous.rendered;
    let updating: Promise<RenderedPart | undefined> | undefined;
    const update = (): Promise<RenderedPart | undefined> => (updating ??= updatePart(rendering, row, renderAlone));
    yield {
      part,
      isListed,
      hasChanged,
      line: async () => (await update())?.line ?? row.rendering?.line ?? '',
      documents: async () => {
        const rendered = await update();
        // It may have written none.
        if (isTogether && rendered) return rendering.drafts.filter((draft) => draft.part === part);
        return await latestDocuments(rendering, part);
      },
    };
    // Parts that are replaced together are rendered together, whether the overview depends on them or not. The documents
    // of a part without entries go with its row.
    if (isTogether || (hasChanged && !isListed)) await update();
    const change = await updating;
    if (hasChanged && !isListed) changes.push({ ...(change ?? unrendered(part, rendering)), isEmpty: true });
    else if (isTogether && change && differs(change, row)) changes.push(change);
    await pause();
  }
}

/** Renders a part if it is out of date. Returns the change of its row; undefined if there is none. */
async function updatePart(
  rendering: Rendering,
  row: ListedPart,
  renderAlone: RenderAlone,
): Promise<RenderedPart | undefined> {
  const { larder, scope } = rendering;
  if (!(await isStale(rendering, row))) return undefined;
  if (scope.documents.together === 'registry') return await renderPart(rendering, row);
  await renderAlone({ ...scope, part: row.part });
  const alone = await larder.catalog.documents.part(scope.ref.registry.id, row.part);
  return alone?.rendering && { part: row.part, ...alone.rendering, isEmpty: false };
}

/** If parts are replaced together, each rendering of the overview includes all changes before it. */
async function isStale({ scope, previous, row, date }: Rendering, part: ListedPart): Promise<boolean> {
  const { documents, facts } = scope;
  let needed = part.revision;
  for (const read of documents.reads(part.part)) {
    if (read !== part.part) needed = Math.max(needed, (await row(read))?.revision ?? 0);
  }
  if (documents.together === 'part' || part.rendering === undefined) {
    return !isCurrent(part.rendering, needed, facts, date);
  }
  return !isCurrent({ ...part.rendering, rendered: previous?.rendered ?? -1 }, needed, facts, date);
}

/** Most renderings of a part change nothing in its row, if the revision is that of the overview. */
function differs(change: RenderedPart, { rendering }: ListedPart): boolean {
  if (rendering === undefined || rendering.basis !== change.basis || rendering.line !== change.line) return true;
  return rendering.expiresAt?.getTime() !== change.expiresAt?.getTime();
}

async function latestDocuments({ larder, scope }: Rendering, part: string): Promise<readonly WrittenDocument[]> {
  const latest = await larder.catalog.documents.latest(scope.ref.registry.id, part);
  return latest.filter(({ content }) => content.form !== 'removed');
}

function unrendered(part: string, { revision, date }: Rendering): RenderedPart {
  return { part, rendered: revision, basis: '{}', date, expiresAt: null, line: '', isEmpty: true };
}

/** Yields the stored parts and those that exist without packages, in order. */
async function* allParts({ larder, scope }: Rendering): AsyncGenerator<ListedPart> {
  const missing = new Set(scope.documents.parts.toSorted());
  const empty = (part: string): ListedPart => ({ part, revision: 0, rendering: undefined, isListed: false });
  for await (const row of larder.catalog.documents.parts(scope.ref.registry.id)) {
    for (const part of missing) {
      if (part >= row.part) break;
      missing.delete(part);
      yield empty(part);
    }
    missing.delete(row.part);
    yield row;
  }
  for (const part of missing) yield empty(part);
}
