/** Reads the release in received files with the reader of the ecosystem. */
import type { StagedBlob } from '../storage/blob-store.ts';
import type { Registry } from '../model/records.ts';
import type { JsonObject } from '../model/values.ts';
import { Failure } from '../model/failure.ts';
import { step } from '../model/steps.ts';
import type { LocalFile, Release } from './ecosystem.ts';
import { findStored } from './find-stored.ts';
import type { Larder } from './larder.ts';
import { UnacceptableFile } from './unacceptable-file.ts';

interface Received {
  readonly files: readonly { readonly name: string; readonly staged: StagedBlob }[];
  readonly claims: JsonObject;
}

/** Throws `unacceptable-file` if the reader rejects the files. */
export async function readRelease(larder: Larder, registry: Registry, { files, claims }: Received): Promise<Release> {
  const incoming = {
    files: files.map(({ name, staged }) => localFile(name, staged)),
    claims,
    stored: (digest: string) => storedFile(larder, registry, digest),
  };
  const ecosystem = larder.ecosystems[registry.ecosystem];
  const reading = step('read', () => larder.read(ecosystem, incoming), asFacts);
  return await reading.catch((error: unknown) => {
    throw error instanceof UnacceptableFile ? new Failure('unacceptable-file', error.message) : error;
  });
}

async function storedFile(larder: Larder, registry: Registry, digest: string): Promise<LocalFile | undefined> {
  const stored = await findStored(larder, registry, digest);
  return stored && localFile(stored.name, await larder.blobs.borrow(stored.blob));
}

function localFile(name: string, { path, size, digests }: StagedBlob): LocalFile {
  return { name, path, size, digests };
}

function asFacts({ name, version, variant }: Release): Readonly<Record<string, unknown>> {
  return { name, version, variant };
}
