/** Renderings of documents to store. */
import type { Blob, Registry } from '../../../src/model/records.ts';
import type { NewRendering, PartRendering, StoredDocument } from '../../../src/storage/documents.ts';
import { NOON, sampleBlob } from './samples.ts';

/** A rendering of the overview, which nothing precedes. */
export function sampleRendering(registry: Registry, changes: Partial<NewRendering>): NewRendering {
  const nothing = { parts: [], documents: [], blobs: [], reused: [], sets: [] };
  return { registryId: registry.id, scope: '', previous: undefined, ...nothing, ...changes };
}

export function samplePartRendering(rendered: number): PartRendering {
  return { rendered, basis: '{}', date: NOON, expiresAt: null, line: '' };
}

/** A document in the catalog itself, later by a second with each version. */
export function inlineDocument(text: string, from: number, changes: Partial<StoredDocument> = {}): StoredDocument {
  const bytes = Buffer.from(text);
  const { sha256 } = sampleBlob(text).digests;
  return {
    name: 'InRelease',
    part: '',
    from,
    content: { form: 'inline', bytes },
    size: bytes.length,
    digests: { sha256 },
    lastModified: new Date(NOON.getTime() + from * 1000),
    ...changes,
  };
}

/** A document of one piece, its blob, and the change of its set. */
export function documentOfPiece(
  text: string,
  from: number,
): { readonly document: StoredDocument; readonly blob: Blob; readonly set: NewRendering['sets'][number] } {
  const blob = sampleBlob(text);
  const { sha256 } = blob.digests;
  const piece = { sha256, size: blob.size };
  const content = { form: 'plain', set: 'Packages', pieces: [piece] } as const;
  const document = inlineDocument(text, from, { name: 'Packages', part: 'amd64', content });
  return { document, blob, set: { set: 'Packages', isNew: from === 1, gained: [piece], lost: [], lastFrom: from - 1 } };
}
