/** Renderings that could not be stored, because the disk is full. They are served from memory. */
import { buffer } from 'node:stream/consumers';
import { LRUCache } from 'lru-cache';
import { memoizeBy } from '../../contract/memoize-by.ts';
import type { PartRendering, StoredDocument } from '../../storage/documents.ts';
import type { Larder } from '../larder.ts';
import { mostUnstored, type NewPieces } from './new-pieces.ts';
import { readRange, type OpenPiece } from './read-content.ts';
import type { Scope } from './rendering.ts';

export interface Unstored {
  readonly rendering: PartRendering;
  /** The documents that have changed, by their names. */
  readonly documents: ReadonlyMap<string, StoredDocument>;
  /** Opens their pieces. */
  readonly open: OpenPiece;
  /** In bytes. */
  readonly size: number;
}

const caches = memoizeBy<Larder['catalog'], LRUCache<string, Unstored>>(
  () => new LRUCache({ maxSize: mostUnstored, sizeCalculation: ({ size }) => size }),
);

export function findUnstored({ catalog }: Larder, scope: Scope): Unstored | undefined {
  return caches(catalog).get(keyOf(scope));
}

/** Returns the changed documents of the registry with these bytes. */
export function findUnstoredByDigest({ catalog }: Larder, registryId: string, sha256: string): FoundUnstored[] {
  const found: FoundUnstored[] = [];
  for (const [key, { documents, open }] of caches(catalog).entries()) {
    if (!key.startsWith(`${registryId} `)) continue;
    for (const document of documents.values()) if (document.digests.sha256 === sha256) found.push({ document, open });
  }
  return found;
}

export interface FoundUnstored {
  readonly document: StoredDocument;
  readonly open: OpenPiece;
}

export function keepUnstored({ catalog }: Larder, scope: Scope, unstored: Unstored): void {
  caches(catalog).set(keyOf(scope), unstored);
}

export function forgetUnstored({ catalog }: Larder, scope: Scope): void {
  caches(catalog).delete(keyOf(scope));
}

function keyOf({ ref, part }: Scope): string {
  return `${ref.registry.id} ${part}`;
}

/** Copies the new pieces of documents into memory. Other pieces are opened with `open`. */
export async function inMemory(
  rendering: PartRendering,
  documents: readonly StoredDocument[],
  pieces: NewPieces,
  open: OpenPiece,
): Promise<Unstored> {
  const held = new Map<string, Uint8Array>();
  let size = 1000;
  for (const { content } of documents) {
    if (content.form === 'inline') size += content.bytes.byteLength;
    if (!('pieces' in content)) continue;
    for (const { sha256, fragment } of content.pieces) {
      for (const digest of fragment ? [sha256, fragment.deflatedSha256] : [sha256]) {
        const bytes = held.has(digest) ? undefined : pieces.read(digest);
        if (bytes === undefined) continue;
        const copy = await buffer(bytes);
        size += copy.byteLength;
        held.set(digest, copy);
      }
    }
  }
  return {
    rendering,
    documents: new Map(documents.map((document) => [document.name, document])),
    size,
    open: async (set, sha256, range) => {
      const bytes = held.get(sha256);
      return bytes ? readRange({ form: 'inline', bytes }, range, open) : await open(set, sha256, range);
    },
  };
}
