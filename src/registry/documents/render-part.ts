import type { ListedPart, RenderedPart } from '../../storage/documents.ts';
import { earliest, isUnchanged, watchFacts } from './facts.ts';
import { createOutput } from './output.ts';
import type { Rendering, Scope } from './rendering.ts';
import { createSource } from './source.ts';

/** Returns whether a part exists even without packages. */
export function existsEmpty({ documents }: Pick<Scope, 'documents'>, part: string): boolean {
  return documents.parts.includes(part);
}

/**
 * Renders the documents of one part. Reuses fragments if its last rendering depends on the same facts. A part without
 * entries has no documents, unless it exists without packages.
 */
export async function renderPart(rendering: Rendering, row: ListedPart): Promise<RenderedPart> {
  const { larder, scope, date, signingKeys, revision, pieces, open, shared } = rendering;
  const { documents, facts, ref } = scope;
  const { part } = row;
  const latest = await rendering.latest(part);
  rendering.before.push(...latest);
  const isReusable = row.rendering !== undefined && isUnchanged(row.rendering, facts);
  const watched = watchFacts(facts, { date, signingKeys });
  if (!row.isListed && !existsEmpty(scope, part)) {
    return { part, rendered: revision, basis: watched.basis(), date, expiresAt: null, line: '', isEmpty: false };
  }
  const source = createSource({
    documents: larder.catalog.documents,
    registryId: ref.registry.id,
    part,
    reads: documents.reads(part),
    project: await larder.catalog.documents.project(ref.registry.id, part),
    latest,
    // Of parts that are replaced together, those that were not rendered had no changes until the last rendering.
    since: isReusable ? rendering.previous?.rendered : undefined,
    pieces,
    open,
    shared,
  });
  const { output, drafts, expiresAt } = createOutput({ part, partOf: documents.partOf, latest, pieces, open });
  const line = await documents.render(part, source, output, watched.about);
  rendering.drafts.push(...drafts);
  const until = earliest([expiresAt(), watched.expiresAt()]);
  return { part, rendered: revision, basis: watched.basis(), date, expiresAt: until, line, isEmpty: false };
}
