/** The latest version of a document, rendered if it is out of date. */
import type { RegistryRef } from '../../model/registry-ref.ts';
import type { ByteRange } from '../../storage/blob-store.ts';
import type { PartRendering, StoredDocument } from '../../storage/documents.ts';
import type { Larder } from '../larder.ts';
import { isCurrent } from './facts.ts';
import { openPieces } from './open-pieces.ts';
import { readRange, type OpenPiece } from './read-content.ts';
import type { ReadableDocument } from './readable-document.ts';
import { renderScope } from './render-scope.ts';
import type { Scope } from './rendering.ts';
import { findUnstored } from './unstored.ts';

/** A document, or its absence, in the latest rendering. */
export interface Current {
  readonly document: ReadableDocument | undefined;
  readonly rendering: PartRendering;
}

/**
 * Returns a document that is at least as new as `registry`. Returns undefined if no rendering can have such a document.
 * `publicUrl` is that of the server, without a slash at its end.
 */
export async function readCurrent(
  larder: Larder,
  ref: RegistryRef,
  { name, publicUrl }: { readonly name: string; readonly publicUrl: string },
): Promise<Current | undefined> {
  const { organization, registry } = ref;
  const { documents, edition } = larder.ecosystems[registry.ecosystem];
  const part = documents.partOf(name);
  if (part === undefined) return undefined;
  const isWhole = part === '' || documents.together === 'registry';
  const { slug, keyNumber } = registry;
  const { indexCompression } = larder;
  const facts = { edition, organization: organization.slug, registry: slug, publicUrl, indexCompression, keyNumber };
  const scope: Scope = { ref, documents, facts, part: isWhole ? '' : part };
  const query = { registryId: registry.id, name, scope: scope.part, reads: isWhole ? [] : documents.reads(part) };
  let now = new Date();
  let needed: number | undefined;
  for (;;) {
    const { rendering, revision, document } = await larder.catalog.documents.current(query);
    if (!isWhole && revision === undefined && !documents.parts.includes(part)) return undefined;
    // Later changes do not matter to this request.
    needed ??= isWhole ? registry.revision : (revision ?? 0);
    if (isCurrent(rendering, needed, facts, now)) {
      return { rendering, document: document && readable(larder, registry.id, document) };
    }
    const unstored = findUnstored(larder, scope);
    if (unstored && isCurrent(unstored.rendering, needed, facts, now)) {
      const changed = unstored.documents.get(name);
      const latest = changed ? fromPieces(changed, unstored.open) : document && readable(larder, registry.id, document);
      return { rendering: unstored.rendering, document: latest };
    }
    // A shared rendering may have begun before this revision of the registry.
    await renderScope(larder, scope);
    // A document that expires while it is rendered is new enough for this request.
    now = new Date(0);
  }
}

export function readable(larder: Larder, registryId: string, document: StoredDocument): ReadableDocument | undefined {
  return fromPieces(document, openPieces(larder, registryId, 'stream'));
}

export function fromPieces(document: StoredDocument, open: OpenPiece): ReadableDocument | undefined {
  const { name, size, digests, lastModified, content } = document;
  if (content.form === 'removed') return undefined;
  const read = ({ start, end }: ByteRange): Uint8Array | AsyncIterable<Uint8Array> =>
    content.form === 'inline' ? content.bytes.subarray(start, end + 1) : readRange(content, { start, end }, open);
  return { name, size, digests, lastModified, read };
}
