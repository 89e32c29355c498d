/** Publishes staged bytes as a package. */
import { v7 as uuid } from 'uuid';
import { UnacceptableFile } from './unacceptable-file.ts';
import type { Ecosystem, LocalFile, Release } from './ecosystem.ts';
import type { StagedBlob } from '../storage/blob-store.ts';
import type { AlreadyThere, Published } from '../storage/catalog.ts';
import { commit } from '../storage/commit.ts';
import type { NewFile, Publisher, Registry } from '../model/records.ts';
import { attestationsName, stageAttestations } from './attestations.ts';
import { stageRelease, type StagedFile } from './stage-release.ts';
import { Failure } from '../model/failure.ts';
import { keptFileName } from './file-name.ts';
import { identityOf } from './identity.ts';
import type { Larder } from './larder.ts';
import { longest } from '../model/limits.ts';
import { step } from '../model/steps.ts';
import { reusableSince, versionDeleted } from './reuse.ts';
import { tooManyParts } from './too-many-parts.ts';
import { writable } from './writable.ts';

/** A file to publish, with the client's name for it and its attestations. */
export interface Publication {
  readonly fileName: string;
  readonly staged: StagedBlob;
  readonly attestations?: StagedBlob | undefined;
  readonly by: Publisher;
  /**
   * The upload that has the bytes and ends when they are published; undefined for bytes that were sent with the
   * request.
   */
  readonly upload?: string | undefined;
}

export const unusableUpload =
  'package_url is not the URL of an uploaded file of this registry, or the file was already published. Upload it and use its URL.';

/**
 * Publishes a file. The caller discards the staged bytes afterwards, which has no effect if they were adopted. Throws
 * `unacceptable-file`, `unusable-attestation`, `version-deleted`, `not-found` if the registry was deleted meanwhile, or
 * `unusable-upload` if the upload was.
 */
export async function publishPackage(
  larder: Larder,
  registry: Registry,
  { fileName, staged, attestations, upload, by }: Publication,
): Promise<Published | AlreadyThere> {
  const { [writable]: catalog, ecosystems } = larder;
  const ecosystem = ecosystems[registry.ecosystem];
  const name = keptFileName(fileName);
  // The name of the attestations is longer than that of the file, so it may exceed the limit.
  const attestedName = attestations && keptFileName(attestationsName(name));
  const release = await read(larder, registry, name, staged);
  if (attestations) checkAttestable(ecosystem);
  await using attested = attestations && (await stageAttestations(larder, attestations, staged.digests.sha256));
  await using own = await stageRelease(larder, release, [staged]);
  const files = [...own.files, ...(attested && attestedName ? [attached(attestedName, attested.blob)] : [])];
  const pkg = {
    id: uuid(),
    registryId: registry.id,
    createdAt: new Date(),
    publishedBy: by,
    reusableSince: reusableSince(larder),
    ...packageOf(release),
    ...identityOf(ecosystem, release),
  };
  const [line] = release.entries;
  const entry = line && { ...line, mostParts: ecosystem.index?.mostParts };
  const blobs = files.map(({ blob }) => blob);
  const outcome = await commit(blobs, () => catalog.packages.insert(pkg, files.map(asFile), entry, upload));
  if (outcome.outcome === 'gone') throw new Failure('not-found', `Registry "${registry.slug}" has been deleted.`);
  if (outcome.outcome === 'deleted-before') throw versionDeleted(packageOf(release), registry, outcome);
  if (outcome.outcome === 'upload-gone') throw new Failure('unusable-upload', unusableUpload);
  if (outcome.outcome === 'too-many-parts') throw tooManyParts(registry, outcome.parts);
  return outcome;
}

async function read(larder: Larder, registry: Registry, name: string, staged: StagedBlob): Promise<Release> {
  if (staged.size === 0) throw new Failure('unacceptable-file', 'The file is empty. Publish a file with content.');
  const incoming = {
    files: [localFile(name, staged)] as const,
    claims: {},
    stored: (sha256: string) => storedFile(larder, registry, sha256),
  };
  const ecosystem = larder.ecosystems[registry.ecosystem];
  const reading = step('read', () => larder.read(ecosystem, incoming), asFacts);
  const release = await reading.catch((error: unknown) => {
    throw error instanceof UnacceptableFile ? new Failure('unacceptable-file', error.message) : error;
  });
  checkLength('name', release.name, longest.packageName);
  checkLength('version', release.version, longest.version);
  checkLength('variant', release.variant ?? '', longest.variant);
  return release;
}

async function storedFile(
  { catalog, blobs }: Larder,
  { id }: Registry,
  sha256: string,
): Promise<LocalFile | undefined> {
  const file = await catalog.packages.findFileBySha256(id, sha256);
  return file && localFile(file.name, await blobs.borrow(file.blob));
}

function localFile(name: string, { path, size, digests }: StagedBlob): LocalFile {
  return { name, path, size, digests };
}

function asFacts({ name, version, variant }: Release): Readonly<Record<string, unknown>> {
  return { name, version, variant };
}

function checkAttestable({ id, attestations }: Ecosystem): void {
  if (attestations === 'accepted') return;
  throw new Failure('unusable-attestation', `Packages of ${id} cannot have attestations. Omit the field.`);
}

function packageOf({
  name,
  version,
  variant,
  metadata,
}: Release): Pick<Release, 'name' | 'version' | 'variant' | 'metadata'> {
  return { name, version, variant, metadata };
}

function attached(name: string, blob: StagedBlob): StagedFile {
  return { name, blob, role: 'attached', mediaType: null };
}

function asFile({ blob: { size, digests, location }, ...file }: StagedFile): NewFile {
  return { ...file, blob: { size, digests, location } };
}

function checkLength(what: string, value: string, most: number): void {
  if (value.length <= most) return;
  throw new Failure(
    'unacceptable-file',
    `The package's ${what} has ${value.length} characters; the maximum is ${most}.`,
  );
}
