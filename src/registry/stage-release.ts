/** Stages the files of a release: received and derived ones. */
import type { FileRole } from '../model/records.ts';
import type { StagedBlob } from '../storage/blob-store.ts';
import type { Release, ReleaseFile } from './ecosystem.ts';
import type { Larder } from './larder.ts';

/** A file of a package, before it is published. */
export interface StagedFile {
  readonly name: string;
  readonly blob: StagedBlob;
  readonly role: FileRole;
  /** Null if it is determined by the name. */
  readonly mediaType: string | null;
}

/**
 * Stages the files that a reader derived, and finds those that it passes on among `received`, its input. Disposing the
 * result discards the staged files that were not adopted, except for `received`.
 */
export async function stageRelease(
  { blobs }: Larder,
  { files }: Release,
  received: readonly StagedBlob[],
): Promise<AsyncDisposable & { readonly files: readonly StagedFile[] }> {
  await using staging = new AsyncDisposableStack();
  const all: StagedFile[] = [];
  for (const { name, role, mediaType, bytes } of files) {
    const blob = bytes instanceof Uint8Array ? await blobs.stage(inOnePiece(bytes)) : receivedOf(received, bytes);
    if (bytes instanceof Uint8Array) staging.defer(() => blob.discard());
    all.push({ name, blob, role, mediaType });
  }
  const staged = staging.move();
  return { files: all, [Symbol.asyncDispose]: () => staged.disposeAsync() };
}

function receivedOf(received: readonly StagedBlob[], bytes: Exclude<ReleaseFile['bytes'], Uint8Array>): StagedBlob {
  const found = 'path' in bytes ? received.find(({ path }) => path === bytes.path) : undefined;
  if (found === undefined) throw new Error('The reader of the ecosystem names bytes that it was not given.');
  return found;
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
