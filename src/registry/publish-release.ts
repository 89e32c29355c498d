/** Publishes a release: the ecosystem reads the new files, and everything in the release is stored together. */
import { v7 as uuid } from 'uuid';
import type { StagedBlob } from '../storage/blob-store.ts';
import type { NewRelease, NewTag, ReleaseStored } from '../storage/releases.ts';
import { commit } from '../storage/commit.ts';
import type { NewFile, Package, Publisher, Registry } from '../model/records.ts';
import type { JsonObject } from '../model/values.ts';
import { attestationsName, stageAttestations } from './attestations.ts';
import { checkClaims, checkRelease } from './check-release.ts';
import type { Ecosystem, Release, ReleaseTag } from './ecosystem.ts';
import { Failure } from '../model/failure.ts';
import { checkFileName } from './file-name.ts';
import { hidesParts } from './hides-parts.ts';
import { identityOf } from './identity.ts';
import type { Larder } from './larder.ts';
import { readRelease } from './read-release.ts';
import { releaseRefused } from './release-refused.ts';
import { reusableSince } from './reuse.ts';
import { stageRelease, type StagedFile } from './stage-release.ts';
import { versionOrder } from './version-order.ts';
import { checkNotWithdrawn } from './withdrawn.ts';
import { writable } from './writable.ts';

/** New bytes and the client's name for them, which may contain slashes. */
export interface ReceivedFile {
  readonly name: string;
  readonly staged: StagedBlob;
}

/** The input of a publication. */
export interface Publication {
  /** The main file first. There may be none. */
  readonly files: readonly ReceivedFile[];
  /** The data that the client sent in addition: at most 1 MiB of JSON. */
  readonly claims: JsonObject;
  readonly by: Publisher;
  /** About the first file. */
  readonly attestations?: StagedBlob | undefined;
  /** The upload that has the bytes of the first file and ends when they are published. */
  readonly upload?: string | undefined;
  /** Whether the package must have a main file afterwards, because the client expects a package that is listed. */
  readonly mustBeComplete?: boolean;
}

/** `release` identifies the package, also if it has no main file yet. */
export type Outcome = { readonly release: Pick<Release, 'name' | 'version' | 'variant'> } & (
  | ReleaseStored
  /** The complete package exists. */
  | { readonly outcome: 'exists'; readonly package: Package }
);

/**
 * Publishes a release. The caller discards the staged bytes afterwards, which has no effect if they were adopted.
 * Publishing the same release again changes nothing, unless it must be new. Throws `unacceptable-file`,
 * `unusable-attestation`, `version-deleted`, `version-withdrawn`, `package-exists` if a file differs from an existing one, `tag-moved`,
 * `not-found` if the registry was deleted meanwhile, or `unusable-upload` if the upload was.
 */
export async function publishRelease(larder: Larder, registry: Registry, publication: Publication): Promise<Outcome> {
  const { files, claims, attestations, upload, by, mustBeComplete = false } = publication;
  const ecosystem = larder.ecosystems[registry.ecosystem];
  for (const { name } of files) checkFileName(name);
  checkClaims(claims);
  const [first] = files;
  // The name of the attestations is longer than that of the file, so it may exceed the limit.
  const attestedName = attestations && first && attestationsName(first.name);
  if (attestedName !== undefined) checkFileName(attestedName);
  // The disk is idle while a thread reads the files.
  for (const { staged } of files) staged.prepare();
  const release = await readRelease(larder, registry, publication);
  checkRelease(ecosystem, release);
  if (attestations) checkAttestable(ecosystem);
  await using attested =
    attestations && first && (await stageAttestations(larder, attestations, first.staged.digests.sha256));
  await using own = await stageRelease(
    larder,
    registry,
    release,
    files.map(({ staged }) => staged),
  );
  const attached = attested && attestedName ? [attachment(attestedName, attested.blob)] : [];
  const offered = [...own.files, ...attached];
  const identity = { name: release.name, version: release.version, variant: release.variant };
  const newRelease: NewRelease = {
    package: {
      id: uuid(),
      registryId: registry.id,
      createdAt: new Date(),
      publishedBy: by,
      edition: ecosystem.edition,
      reusableSince: reusableSince(larder),
      ...identity,
      metadata: release.metadata,
      ...identityOf(ecosystem, release),
    },
    mode: release.package,
    sameName: release.sameName,
    mustBeComplete,
    files: [...offered.map(asFile), ...own.stored].toSorted(mainFirst),
    stored: new Set(own.stored.map(({ blob }) => blob.digests.sha256)),
    storedUploads: own.uploads,
    upload:
      upload === undefined || first === undefined ? undefined : { id: upload, sha256: first.staged.digests.sha256 },
    entries: release.entries,
    project: release.project,
    replacesProject: true,
    claims,
    needs: release.needs.map((version) => ecosystem.names.versionKey(version)),
    mayMiss: release.mayMiss,
    subject: release.subject === null ? null : ecosystem.names.versionKey(release.subject),
    hidesParts: hidesParts(ecosystem),
    tags: release.tags.map((tag) => withKey(ecosystem, tag)),
    notice: release.notice,
    ...versionOrder(ecosystem),
    mostParts: ecosystem.documents.mostParts,
    commonVariant: ecosystem.commonVariant,
  };
  const blobs = offered.map(({ blob }) => blob);
  const outcome = await commit(blobs, () => larder[writable].packages.publish(newRelease));
  if (outcome.outcome === 'exists') checkNotWithdrawn(outcome.package, registry);
  if (outcome.outcome === 'published' || outcome.outcome === 'exists') return { ...outcome, release: identity };
  throw releaseRefused(outcome, registry, newRelease.package);
}

function checkAttestable({ id, attestations }: Ecosystem): void {
  if (attestations === 'accepted') return;
  throw new Failure('unusable-attestation', `Packages of ${id} cannot have attestations. Omit the field.`);
}

function attachment(name: string, blob: StagedBlob): StagedFile {
  return { name, blob, role: 'attached', mediaType: null };
}

function asFile({ blob: { size, digests, location }, ...file }: StagedFile): NewFile {
  return { ...file, blob: { size, digests, location } };
}

function mainFirst(a: NewFile, b: NewFile): number {
  return Number(b.role === 'main') - Number(a.role === 'main');
}

function withKey({ names }: Ecosystem, { tag, if: condition }: ReleaseTag): NewTag {
  if (typeof condition === 'string' || condition.at === null) return { tag, if: condition };
  return { tag, if: { at: names.versionKey(condition.at) } };
}
