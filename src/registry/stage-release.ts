/** Collects the files of a release: received, stored and derived ones. */
import { Failure } from '../model/failure.ts';
import type { FileRole, NewFile, Registry } from '../model/records.ts';
import type { StagedBlob } from '../storage/blob-store.ts';
import type { UploadWithBytes } from '../storage/releases.ts';
import type { LocalFile, Release, StoredInRegistry } from './ecosystem.ts';
import { findStored } from './find-stored.ts';
import type { Larder } from './larder.ts';

/** A file of a package, before it is published. */
export interface StagedFile {
  readonly name: string;
  readonly blob: StagedBlob;
  readonly role: FileRole;
  /** Null if it is determined by the name. */
  readonly mediaType: string | null;
  /** The SHA-256 of the main file that it is about, as the chart of a provenance; undefined if it states none. */
  readonly mainSha256?: string | undefined;
}

export interface StagedRelease extends AsyncDisposable {
  readonly files: readonly StagedFile[];
  /** The files whose bytes the registry has. */
  readonly stored: readonly NewFile[];
  /** The finished uploads that have some of them. */
  readonly uploads: readonly UploadWithBytes[];
}

type RegistryName = Pick<Registry, 'id' | 'slug'>;

/**
 * Stages the files that a reader derived, and finds those that it passes on among `received`, its input, and in the
 * registry. Disposing the result discards the staged files that were not adopted, except for `received`. Throws
 * `content-missing` if the registry does not have the bytes of a stored file that it must have.
 */
export async function stageRelease(
  larder: Larder,
  registry: RegistryName,
  release: Release,
  received: readonly StagedBlob[],
): Promise<StagedRelease> {
  await using staging = new AsyncDisposableStack();
  const files: StagedFile[] = [];
  const stored: NewFile[] = [];
  const uploads = new Map<string, string>();
  const missing: StoredInRegistry[] = [];
  for (const { bytes, ...file } of release.files) {
    if (bytes instanceof Uint8Array) {
      const blob = await larder.blobs.stage(inOnePiece(bytes));
      staging.defer(() => blob.discard());
      files.push({ ...file, blob });
    } else if ('stored' in bytes) {
      const found = await findStored(larder, registry, bytes.stored);
      if (found === undefined) {
        missing.push(bytes);
        continue;
      }
      stored.push({ ...file, blob: found.blob });
      if (found.upload !== undefined) uploads.set(found.upload, found.blob.digests.sha256);
    } else {
      files.push({ ...file, blob: receivedBlob(received, bytes) });
    }
  }
  await checkMissing(larder, registry, release, missing);
  const staged = staging.move();
  const storedUploads = [...uploads].map(([id, sha256]) => ({ id, sha256 }));
  return { files, stored, uploads: storedUploads, [Symbol.asyncDispose]: () => staged.disposeAsync() };
}

/** Throws `content-missing` unless the release does without all of the missing files. */
async function checkMissing(
  larder: Larder,
  registry: RegistryName,
  { files }: Release,
  missing: readonly StoredInRegistry[],
): Promise<void> {
  const maySome = files.filter(({ bytes }) => 'stored' in bytes && bytes.ifMissing === 'leave-out-some');
  const some = missing.filter(({ ifMissing }) => ifMissing === 'leave-out-some');
  const areAll = some.length === maySome.length;
  for (const { stored, ifMissing } of missing) {
    if (ifMissing === 'leave-out') continue;
    if (ifMissing === 'reject' || areAll || (await larder.catalog.blobs.sha256Of(stored)) !== undefined)
      throw noBytes(registry, stored);
  }
}

/** Returns the failure for bytes that the registry does not have. `digest` is their SHA-256 or SHA-512. */
export function noBytes({ slug }: Pick<Registry, 'slug'>, digest: string): Failure {
  return new Failure('content-missing', `No file in registry "${slug}" has the digest ${digest}. Upload it first.`);
}

function receivedBlob(received: readonly StagedBlob[], { path }: LocalFile): StagedBlob {
  const found = received.find((blob) => blob.path === path);
  if (found === undefined) throw new Error('The reader of the ecosystem names bytes that it was not given.');
  return found;
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
