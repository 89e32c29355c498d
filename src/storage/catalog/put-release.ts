/**
 * Adds a release to a registry in a transaction that holds the registry's row: a package, or files of an existing one,
 * with everything that depends on them.
 */
import type { NewPackage, Package } from '../../model/records.ts';
import type { NewRelease, ReleaseRefused, ReleaseStored } from '../releases.ts';
import { putClaims } from './claims.ts';
import { findDeletedBefore } from './deleted-versions.ts';
import { addNeeds, removeNeeds } from './needs.ts';
import { findPackage, insertPackage, updatePackage, type FoundPackage } from './package-changes.ts';
import { selectPackages, toPackage } from './package-rows.ts';
import { markParts, setSubject } from './package-parts.ts';
import { findPartsOfProject, reviseEntries } from './entry-revisions.ts';
import { addVersion, refreshName } from './name-rows.ts';
import { addToProject, changeProjectRow } from './project-rows.ts';
import { preparedStatement } from './prepared-query.ts';
import { putFiles } from './put-files.ts';
import { removeRejection } from './rejections.ts';
import { replaceEntries } from './replace-entries.ts';
import { markPart } from './revisions.ts';
import { setTagIfAbsent, setTags } from './tags.ts';
import type { Database } from './transaction.ts';

interface PutOptions {
  readonly revision: number;
  readonly undo: (refusal: ReleaseRefused) => never;
}

interface PutRelease extends ReleaseStored {
  readonly packageId: string;
  readonly isChanged: boolean;
  /** The tags that pointed elsewhere before. */
  readonly tagged: readonly string[];
}

export async function putRelease(trx: Database, release: NewRelease, options: PutOptions): Promise<PutRelease> {
  const { undo } = options;
  const target = await openPackage(trx, release, options);
  const { changed, adopted } = await putFiles(trx, target, release, undo);
  const main = changed.find(({ role }) => role === 'main');
  const isComplete = target.main !== undefined || main !== undefined;
  if (release.mustBeComplete && !isComplete) undo({ outcome: 'incomplete' });
  if (main !== undefined) await completePackage(trx, target, { ...release, sha256: main.blob.digests.sha256 }, options);
  if (main !== undefined || !isComplete) await putNeeds(trx, target, release, { replace: main !== undefined, undo });
  const { changed: tagged, from } = await putTags(trx, target, release, { isComplete, undo });
  if (release.hidesParts) {
    if (main !== undefined) await setSubject(trx, target.id, release.subject);
    await markParts(trx, target.projectId, [release.package.versionKey, ...release.needs, ...from]);
  }
  if (isComplete && (main !== undefined || tagged.length > 0)) await putName(trx, target, release);
  const parts = new Set(tagged.length > 0 ? await findPartsOfProject(trx, target.projectId) : []);
  // Documents list the files of a package, so its entries change with them.
  if (!target.isNew && main === undefined && changed.length > 0)
    for (const part of await reviseEntries(trx, target.id, options.revision)) parts.add(part);
  for (const part of parts) await markPart(trx, release.package.registryId, part, options.revision);
  return {
    outcome: 'published',
    package: await findComplete(trx, target.id),
    adopted,
    packageId: target.id,
    isChanged: target.isNew || changed.length > 0 || tagged.length > 0,
    tagged,
  };
}

interface Target extends FoundPackage {
  readonly isNew: boolean;
}

/** Finds the package of the release, or creates it. */
async function openPackage(trx: Database, release: NewRelease, options: PutOptions): Promise<Target> {
  const { package: pkg, mode, project, replacesProject, files, notice } = release;
  // A package that must be new nearly always is, so it is inserted without a search.
  const existing = mode === 'new' ? undefined : await findPackage(trx, pkg);
  if (existing !== undefined) return await openExisting(trx, release, existing, options);
  if (mode === 'existing') options.undo({ outcome: 'no-package' });
  const hasMain = files.some(({ role }) => role === 'main');
  const change = { revision: options.revision, metadata: hasMain ? project : undefined };
  const { status_reason: reason, ...added } = await addToProject(trx, pkg, change, { replaces: replacesProject });
  const { id: projectId, status } = added;
  if (await insertPackage(trx, hasMain ? pkg : { ...pkg, metadata: {} }, { projectId, notice })) {
    if (status === 'archived' || status === 'quarantined') options.undo({ outcome: 'project-closed', status, reason });
    const excluding = await findExcluding(trx, release);
    if (excluding !== undefined) options.undo({ outcome: 'exists', package: excluding });
    return { id: pkg.id, projectId, standing: 'offered', main: undefined, isNew: true };
  }
  const found = (await findPackage(trx, pkg)) ?? options.undo({ outcome: 'gone' });
  return await openExisting(trx, release, found, options);
}

/** Returns a package of the same version with the common variant or, if the release has that, with any other. */
async function findExcluding(trx: Database, { package: pkg, commonVariant }: NewRelease): Promise<Package | undefined> {
  if (commonVariant === null) return undefined;
  const ofVersion = selectPackages(trx)
    .where('packages.registry_id', '=', pkg.registryId)
    .where('name_key', '=', pkg.nameKey)
    .where('version_key', '=', pkg.versionKey);
  const others =
    pkg.variant === commonVariant
      ? ofVersion.where('variant', '<>', commonVariant)
      : ofVersion.where('variant', '=', commonVariant);
  const row = await others.limit(1).executeTakeFirst();
  return row === undefined ? undefined : toPackage(row);
}

async function openExisting(
  trx: Database,
  { mode }: NewRelease,
  existing: FoundPackage,
  { revision, undo }: PutOptions,
): Promise<Target> {
  const complete = existing.main === undefined ? undefined : await findComplete(trx, existing.id);
  if (complete !== undefined && (mode === 'new' || existing.standing === 'withdrawn'))
    undo({ outcome: 'exists', package: complete });
  await changeProjectRow(trx, existing.projectId, { revision });
  return { ...existing, isNew: false };
}

interface CompletedRelease extends NewRelease {
  /** The digest of the main file. */
  readonly sha256: string;
}

/** Stores the metadata, the claims and the entries of a new main file. */
async function completePackage(
  trx: Database,
  { id, projectId, isNew }: Target,
  { package: pkg, sha256, claims, project, replacesProject, entries, mostParts }: CompletedRelease,
  { revision, undo }: PutOptions,
): Promise<void> {
  const before = await findDeletedBefore(trx, pkg, sha256);
  if (before !== undefined) undo(before);
  if (!isNew) {
    await updatePackage(trx, id, pkg);
    await removeRejection(trx, id);
    if (replacesProject) await changeProjectRow(trx, projectId, { revision, metadata: project });
  }
  await putClaims(trx, { id, isNew }, claims);
  const owner = { registryId: pkg.registryId, nameKey: pkg.nameKey, packageId: id, isNew };
  await replaceEntries(trx, owner, entries, { revision, mostParts, undo });
}

async function putNeeds(
  trx: Database,
  { id: packageId, projectId, isNew }: Target,
  { needs, mayMiss }: NewRelease,
  { replace, undo }: { readonly replace: boolean; readonly undo: PutOptions['undo'] },
): Promise<void> {
  if (replace && !isNew) await removeNeeds(trx, packageId);
  const missing = await addNeeds(trx, { projectId, packageId }, needs, { mayBeMissing: mayMiss });
  if (missing !== undefined) undo({ outcome: 'no-version', versionKey: missing });
}

async function putTags(
  trx: Database,
  { id: packageId, projectId, isNew }: Target,
  { tags, defaultTag }: NewRelease,
  { isComplete, undo }: { readonly isComplete: boolean; readonly undo: PutOptions['undo'] },
): ReturnType<typeof setTags> {
  const tagged = await setTags(trx, { projectId, packageId, isNew }, tags, undo);
  if (defaultTag === null || !isComplete) return tagged;
  const isAdded = await setTagIfAbsent(trx, { projectId, packageId }, defaultTag);
  return isAdded ? { ...tagged, changed: [...tagged.changed, defaultTag] } : tagged;
}

/** A new package is added to those that are counted. Parts may begin or end with it, so their versions are counted again. */
async function putName(trx: Database, { id, projectId, isNew }: Target, release: NewRelease): Promise<void> {
  if (isNew && !release.hidesParts) await addVersion(trx, { ...release.package, id, projectId }, release);
  else await refreshName(trx, projectId, release);
}

/** Returns undefined if the package has no main file. */
async function findComplete(trx: Database, id: NewPackage['id']): Promise<Package | undefined> {
  const [row] = await selectPackage(trx, { id });
  return row === undefined ? undefined : toPackage(row);
}

const selectPackage = preparedStatement((trx, { id }: { readonly id: string }) =>
  selectPackages(trx).where('packages.id', '=', id),
);
