/** Documents as clients fetch them: current ones by their names, and earlier ones by their digests. */
import { isDeepStrictEqual } from 'node:util';
import type { Client } from '../../contract/operation.ts';
import type { RegistryRef } from '../../model/registry-ref.ts';
import type { Documents } from '../documents.ts';
import type { Larder } from '../larder.ts';
import type { DocumentSet } from './companions.ts';
import { fromPieces, readable, readCurrent, type Current } from './read-current.ts';
import type { ReadableDocument } from './readable-document.ts';
import { findUnstoredByDigest } from './unstored.ts';

export type { ReadableDocument } from './readable-document.ts';

export interface DocumentRequest {
  readonly name: string;
  /** The public URL of the server, without a slash at its end. */
  readonly publicUrl: string;
  /** Without it, companions may belong to another version of the document than the one that the client got. */
  readonly client?: Client;
}

/**
 * Returns a document that is at least as new as `registry`; renders it if necessary. Returns undefined if there is no
 * such document. For ten seconds, a client that got a document gets its companion, and a client that got the companion
 * first gets its document with the same connection, even if both were replaced.
 */
export async function readDocument(
  larder: Larder,
  ref: RegistryRef,
  request: DocumentRequest,
): Promise<ReadableDocument | undefined> {
  const { name, client } = request;
  const names = namesOfSet(larder.ecosystems[ref.registry.ecosystem].documents, name);
  if (client === undefined || names.length === 1) return (await readCurrent(larder, ref, request))?.document;
  const [main] = names;
  const at = { registryId: ref.registry.id, name: main, client };
  const isDocument = name === main;
  const { companions } = larder;
  const kept = isDocument ? companions.ofCompanion(at) : companions.ofDocument(at);
  const set = kept ?? (await readTogether(larder, ref, names, request));
  const found = set?.find((document) => document.name === name);
  // There is no set, or not with this companion.
  if (set === undefined || found === undefined) return (await readCurrent(larder, ref, request))?.document;
  if (!client.getsContent) return found;
  if (isDocument) companions.gotDocument(at, set, kept !== undefined);
  else companions.gotCompanion(at, set);
  return found;
}

/** Returns the names of a document and its companions, the document first, for the name of any of them. */
function namesOfSet({ companionEndings, partOf }: Documents, name: string): readonly [string, ...string[]] {
  const ending = companionEndings.find((one) => name.endsWith(one)) ?? '';
  const without = name.slice(0, name.length - ending.length);
  const main = partOf(without) === undefined ? name : without;
  const companions = companionEndings.map((one) => main + one).filter((one) => partOf(one) !== undefined);
  return [main, ...companions];
}

/** Returns documents of one rendering; undefined if the first one does not exist, or if they are replaced too often. */
async function readTogether(
  larder: Larder,
  ref: RegistryRef,
  names: readonly string[],
  request: DocumentRequest,
): Promise<DocumentSet | undefined> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const read: (Current | undefined)[] = [];
    for (const name of names) read.push(await readCurrent(larder, ref, { ...request, name }));
    const [first, ...others] = read;
    if (first?.document === undefined) return undefined;
    if (!others.every((one) => isDeepStrictEqual(one?.rendering, first.rendering))) continue;
    return [first.document, ...others.flatMap((one) => one?.document ?? [])];
  }
  return undefined;
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
