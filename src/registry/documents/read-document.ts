/** Documents as clients fetch them: current ones by their names, and earlier ones by their digests. */
import { isDeepStrictEqual } from 'node:util';
import type { RegistryRef } from '../../model/registry-ref.ts';
import type { Larder } from '../larder.ts';
import { fromPieces, readable, readCurrent, type Current } from './read-current.ts';
import type { ReadableDocument } from './readable-document.ts';
import { findUnstoredByDigest } from './unstored.ts';

export type { ReadableDocument } from './readable-document.ts';

export interface DocumentRequest {
  readonly name: string;
  /** The public URL of the server, without a slash at its end. */
  readonly publicUrl: string;
  /** The token or the address of the client. Without it, companions may belong to a newer document than it got. */
  readonly client?: string;
}

/**
 * Returns a document that is at least as new as `registry`; renders it if necessary. Returns undefined if there is no
 * such document. A companion is the one of the document that the client got, for ten seconds.
 */
export async function readDocument(
  larder: Larder,
  ref: RegistryRef,
  request: DocumentRequest,
): Promise<ReadableDocument | undefined> {
  const { registry } = ref;
  const { documents } = larder.ecosystems[registry.ecosystem];
  const { name, client } = request;
  if (client === undefined || documents.companionEndings.length === 0)
    return (await readCurrent(larder, ref, request))?.document;
  const held = larder.companions.find({ registryId: registry.id, name, client });
  if (held) return held;
  const companions = documents.companionEndings
    .map((ending) => name + ending)
    .filter((companion) => documents.partOf(companion) !== undefined);
  const [document, ...others] = await readTogether(larder, ref, [name, ...companions], request);
  for (const companion of others) {
    if (companion) larder.companions.hold({ registryId: registry.id, name: companion.name, client }, companion);
  }
  return document;
}

/** Returns documents of one rendering, or the first one alone. */
async function readTogether(
  larder: Larder,
  ref: RegistryRef,
  names: readonly string[],
  request: DocumentRequest,
): Promise<readonly (ReadableDocument | undefined)[]> {
  for (let attempt = 1; ; attempt += 1) {
    const read: (Current | undefined)[] = [];
    for (const name of names) read.push(await readCurrent(larder, ref, { ...request, name }));
    const [first] = read;
    const found = read.map((one) => one?.document);
    if (read.every((one) => isDeepStrictEqual(one?.rendering, first?.rendering))) return found;
    if (attempt === mostAttempts) return found.slice(0, 1);
  }
}

/** Another request may replace documents between two look-ups. */
const mostAttempts = 5;

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
