/** Documents as clients fetch them: current ones by their names, and earlier ones by their digests. */
import type { DocumentDigests } from '../../model/documents.ts';
import type { RegistryRef } from '../../model/registry-ref.ts';
import type { ByteRange } from '../../storage/blob-store.ts';
import type { StoredDocument } from '../../storage/documents.ts';
import type { Larder } from '../larder.ts';
import { isCurrent } from './facts.ts';
import { openPieces } from './open-pieces.ts';
import { readRange, type OpenPiece } from './read-content.ts';
import { renderScope } from './render-scope.ts';
import type { Scope } from './rendering.ts';
import { findUnstored, findUnstoredByDigest } from './unstored.ts';

export interface ReadableDocument {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly digests: DocumentDigests;
  readonly lastModified: Date;
  /** Returns the bytes of a range, which is never empty. */
  read(range: ByteRange): Uint8Array | AsyncIterable<Uint8Array>;
}

/**
 * Returns a document that is at least as new as `registry`; renders it if necessary. Returns undefined if there is no
 * such document. `publicUrl` is that of the server, without a slash at its end.
 */
export async function readDocument(
  larder: Larder,
  ref: RegistryRef,
  { name, publicUrl }: { readonly name: string; readonly publicUrl: string },
): Promise<ReadableDocument | undefined> {
  const { organization, registry } = ref;
  const { documents, edition } = larder.ecosystems[registry.ecosystem];
  const part = documents.partOf(name);
  if (part === undefined) return undefined;
  const isWhole = part === '' || documents.together === 'registry';
  const facts = { edition, organization: organization.slug, registry: registry.slug, publicUrl };
  const scope: Scope = { ref, documents, facts, part: isWhole ? '' : part };
  const query = { registryId: registry.id, name, scope: scope.part, reads: isWhole ? [] : documents.reads(part) };
  let now = new Date();
  let needed: number | undefined;
  for (;;) {
    const { rendering, revision, document } = await larder.catalog.documents.current(query);
    if (!isWhole && revision === undefined && !documents.parts.includes(part)) return undefined;
    // Later changes do not matter to this request.
    needed ??= isWhole ? registry.revision : (revision ?? 0);
    if (isCurrent(rendering, needed, facts, now)) return document && readable(larder, registry.id, document);
    const unstored = findUnstored(larder, scope);
    if (isCurrent(unstored?.rendering, needed, facts, now)) {
      const changed = unstored?.documents.get(name);
      if (changed && unstored) return fromPieces(changed, unstored.open);
      return document && readable(larder, registry.id, document);
    }
    // A shared rendering may have begun before this revision of the registry.
    await renderScope(larder, scope);
    // A document that expires while it is rendered is new enough for this request.
    now = new Date(0);
  }
}

/** Returns a document of any version that is stored, if `accepts` returns true for its name. */
export async function readDocumentByDigest(
  larder: Larder,
  { id }: RegistryRef['registry'],
  sha256: string,
  accepts: (name: string) => boolean,
): Promise<ReadableDocument | undefined> {
  const stored = await larder.catalog.documents.byDigest(id, sha256);
  const found = stored.find(({ name }) => accepts(name));
  if (found) return readable(larder, id, found);
  const unstored = findUnstoredByDigest(larder, id, sha256).find(({ document }) => accepts(document.name));
  return unstored && fromPieces(unstored.document, unstored.open);
}

/** Returns all bytes of a document, for those that cannot be sent as a stream. */
export async function bytesOfDocument({ size, read }: ReadableDocument): Promise<Uint8Array> {
  if (size === 0) return new Uint8Array();
  const content = read({ start: 0, end: size - 1 });
  if (content instanceof Uint8Array) return content;
  const bytes = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const chunk of content) {
    // A chunk may change when the next one is read.
    bytes.set(chunk, filled);
    filled += chunk.byteLength;
  }
  return bytes;
}

function readable(larder: Larder, registryId: string, document: StoredDocument): ReadableDocument | undefined {
  return fromPieces(document, openPieces(larder, registryId, 'stream'));
}

function fromPieces(document: StoredDocument, open: OpenPiece): ReadableDocument | undefined {
  const { name, size, digests, lastModified, content } = document;
  if (content.form === 'removed') return undefined;
  const read = ({ start, end }: ByteRange): Uint8Array | AsyncIterable<Uint8Array> =>
    content.form === 'inline' ? content.bytes.subarray(start, end + 1) : readRange(content, { start, end }, open);
  return { name, size, digests, lastModified, read };
}
