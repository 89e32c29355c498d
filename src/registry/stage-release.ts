/** Collects the files of a release: received, stored and derived ones. */
import { Failure } from '../model/failure.ts';
import type { FileRole, NewFile, Registry } from '../model/records.ts';
import type { StagedBlob } from '../storage/blob-store.ts';
import type { LocalFile, Release } from './ecosystem.ts';
import type { Larder } from './larder.ts';

/** A file of a package, before it is published. */
export interface StagedFile {
  readonly name: string;
  readonly blob: StagedBlob;
  readonly role: FileRole;
  /** Null if it is determined by the name. */
  readonly mediaType: string | null;
}

export interface StagedRelease extends AsyncDisposable {
  readonly files: readonly StagedFile[];
  /** The files whose bytes the registry has. */
  readonly stored: readonly NewFile[];
}

/**
 * Stages the files that a reader derived, and finds those that it passes on among `received`, its input, and in the
 * registry. Disposing the result discards the staged files that were not adopted, except for `received`. Throws
 * `unacceptable-file` if the registry does not have the bytes of a stored file.
 */
export async function stageRelease(
  larder: Larder,
  registry: Registry,
  release: Release,
  received: readonly StagedBlob[],
): Promise<StagedRelease> {
  await using staging = new AsyncDisposableStack();
  const files: StagedFile[] = [];
  const stored: NewFile[] = [];
  for (const { bytes, ...file } of release.files) {
    if (bytes instanceof Uint8Array) {
      const blob = await larder.blobs.stage(inOnePiece(bytes));
      staging.defer(() => blob.discard());
      files.push({ ...file, blob });
    } else if ('stored' in bytes) {
      stored.push({ ...file, blob: await storedBlob(larder, registry, bytes.stored) });
    } else {
      files.push({ ...file, blob: receivedBlob(received, bytes) });
    }
  }
  const staged = staging.move();
  return { files, stored, [Symbol.asyncDispose]: () => staged.disposeAsync() };
}

async function storedBlob({ catalog }: Larder, { id, slug }: Registry, sha256: string): Promise<NewFile['blob']> {
  const file = await catalog.packages.findFileBySha256(id, sha256);
  if (file !== undefined) return file.blob;
  const detail = `No file in registry "${slug}" has the SHA-256 ${sha256}. Upload it first.`;
  throw new Failure('unacceptable-file', detail);
}

function receivedBlob(received: readonly StagedBlob[], { path }: LocalFile): StagedBlob {
  const found = received.find((blob) => blob.path === path);
  if (found === undefined) throw new Error('The reader of the ecosystem names bytes that it was not given.');
  return found;
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
