import type { Change as StoredChange } from '../../model/changes.ts';
import type { Package, Publisher } from '../../model/records.ts';
import type {
  ProjectChanged,
  ProjectChanges,
  ProjectPlace,
  ProjectUnchanged,
  StandingChange,
  TagChange,
} from '../projects.ts';
import { changedPackage, keepChange } from './changes.ts';
import { refreshName } from './name-rows.ts';
import { findPartsOfProject, reviseEntries } from './entry-revisions.ts';
import { findFamily, markParts } from './package-parts.ts';
import { selectPackages, toPackage } from './package-rows.ts';
import { findNeedingVersions, findWithdrawnNeeds } from './needs.ts';
import { addRevision, markPart } from './revisions.ts';
import { hasMostTags, moveDefaultTag } from './tags.ts';
import { transact, type Database } from './transaction.ts';

type Outcome = ProjectChanged | ProjectUnchanged;

/** A transaction that changes one project. */
interface Change {
  readonly trx: Database;
  readonly projectId: string;
  /** The new revision of the registry. */
  readonly revision: number;
  readonly undo: (outcome: Outcome) => never;
}

/** Changes standings and tags of a project, all or nothing. A transaction that would change nothing is rolled back. */
export async function changeProject(
  write: Database,
  { registryId, projectId, expectedRevision, defaultTag, compare, hidesParts = false }: ProjectPlace,
  { standings = [], tags = [], status }: ProjectChanges,
  by: Publisher,
): Promise<Outcome> {
  return await transact<Outcome>(write, async (trx, undo) => {
    const revision = (await addRevision(trx, registryId)) ?? undo({ outcome: 'gone' });
    const projects = trx.selectFrom('projects').where('id', '=', projectId).where('registry_id', '=', registryId);
    const project =
      (await projects.select(['revision', 'name', 'status', 'status_reason']).executeTakeFirst()) ??
      undo({ outcome: 'gone' });
    if (expectedRevision !== undefined && project.revision !== expectedRevision)
      undo({ outcome: 'other-revision', revision: project.revision });

    const change = { trx, projectId, revision, undo };
    const restanding: string[] = [];
    for (const one of standings) if (await changeStanding(change, one)) restanding.push(one.packageId);
    for (const id of restanding) await checkNeeds(change, id);
    const retagged: string[] = [];
    for (const one of tags) retagged.push(...(await changeTag(change, one)));
    if (hidesParts) for (const id of retagged) await markFamily(trx, id);
    const moved = restanding.length > 0 && defaultTag ? await moveDefaultTag(trx, projectId, defaultTag) : [];
    const hasNewTags = retagged.length > 0 || moved.length > 0;

    const packages = await packagesIn(change, { standings, tags });
    const hasNewStatus =
      status !== undefined && (status.status !== project.status || status.reason !== project.status_reason);
    if (restanding.length === 0 && !hasNewTags && !hasNewStatus) undo({ outcome: 'unchanged', packages });
    const parts = new Set(hasNewTags || hasNewStatus ? await findPartsOfProject(trx, projectId) : []);
    for (const id of restanding) for (const part of await reviseEntries(trx, id, revision)) parts.add(part);
    for (const part of parts) await markPart(trx, registryId, part, revision);
    const newStatus = hasNewStatus ? status : undefined;
    const columns = newStatus && { status: newStatus.status, status_reason: newStatus.reason };
    await trx
      .updateTable('projects')
      .set({ revision, ...columns })
      .where('id', '=', projectId)
      .execute();
    await refreshName(trx, projectId, { compare, defaultTag: defaultTag?.tag ?? null });
    const { name } = project;
    const changed = packages.filter(({ id }) => restanding.includes(id));
    const about = detailsOf(changed, [...tags, ...moved], { tags, status: newStatus });
    await keepChange(trx, { registryId, revision, kind: 'change', name, ...about, by });
    return { outcome: 'changed', packages };
  });
}

/** The change is about one package if only its standing was requested to change. `retagged` has tags that changed with it. */
function detailsOf(
  changed: readonly Package[],
  retagged: readonly TagChange[],
  { tags, status }: { readonly tags: readonly TagChange[]; readonly status: ProjectChanges['status'] },
): Pick<StoredChange, 'package' | 'details'> {
  const [only] = changed;
  const standings = changed.map(({ id, standing, notice }) => ({ package: id, standing, notice }));
  return {
    package:
      only && changed.length === 1 && tags.length === 0 && status === undefined ? changedPackage(only).package : null,
    details: {
      standings,
      tags: retagged.map(({ tag, packageId }) => ({ tag, package: packageId })),
      ...(status && { status: { ...status } }),
    },
  };
}

/** Returns whether the package has another standing or notice than before. */
async function changeStanding(change: Change, { packageId, standing, notice }: StandingChange): Promise<boolean> {
  const current = await findPackage(change, packageId);
  if (standing === 'restored' && current.standing !== 'withdrawn') return false;
  if (current.standing === 'withdrawn' && (standing === 'offered' || standing === 'unlisted'))
    return change.undo({ outcome: 'withdrawn', package: current });
  const next = standing === 'restored' ? 'offered' : standing;
  if (current.standing === next && current.notice === notice) return false;
  const update = change.trx.updateTable('packages').set({ standing: next, notice });
  await update.where('id', '=', packageId).execute();
  return true;
}

/** Checks that no package needs one that is withdrawn, unless both are. Called after all standings have changed. */
async function checkNeeds(change: Change, packageId: string): Promise<void> {
  const { trx, undo } = change;
  const pkg = await findPackage(change, packageId);
  if (pkg.standing === 'withdrawn') {
    const by = await findNeedingVersions(trx, packageId, { offered: true });
    if (by.length > 0) undo({ outcome: 'needed', package: pkg, by });
  } else {
    const needs = await findWithdrawnNeeds(trx, packageId);
    if (needs.length > 0) undo({ outcome: 'needs-withdrawn', package: pkg, needs });
  }
}

/** Returns the packages that the tag points to now and before; none if they are the same. */
async function changeTag(change: Change, { tag, packageId, from }: TagChange): Promise<readonly string[]> {
  const { trx, projectId, undo } = change;
  const target = packageId === null ? undefined : await findPackage(change, packageId);
  const key = trx.selectFrom('tags').where('project_id', '=', projectId).where('tag', '=', tag);
  const current = (await key.select('package_id').executeTakeFirst())?.package_id;
  if (from !== undefined && current !== from) return [];
  if (target?.standing === 'withdrawn') undo({ outcome: 'withdrawn', package: target });
  if (current === target?.id) return [];
  const before = current === undefined ? [] : [current];
  if (target === undefined) {
    await trx.deleteFrom('tags').where('project_id', '=', projectId).where('tag', '=', tag).execute();
    return before;
  }
  if (await hasMostTags(trx, target.id)) undo({ outcome: 'too-many-tags', package: target });
  await trx
    .insertInto('tags')
    .values({ project_id: projectId, tag, package_id: target.id })
    .onConflict((conflict) => conflict.columns(['project_id', 'tag']).doUpdateSet({ package_id: target.id }))
    .execute();
  return [...before, target.id];
}

/** A package with a tag is not a part of another one. */
async function markFamily(trx: Database, packageId: string): Promise<void> {
  const family = await findFamily(trx, packageId);
  if (family !== undefined) await markParts(trx, family.projectId, family.versionKeys.slice(0, 1));
}

/** Each package once, as it is now. */
async function packagesIn(change: Change, { standings = [], tags = [] }: ProjectChanges): Promise<Package[]> {
  const ids = new Set(standings.map(({ packageId }) => packageId));
  for (const { packageId, from = null } of tags) for (const id of [packageId, from]) if (id !== null) ids.add(id);
  const packages: Package[] = [];
  for (const id of ids) packages.push(await findPackage(change, id));
  return packages;
}

async function findPackage({ trx, projectId, undo }: Change, id: string): Promise<Package> {
  const found = selectPackages(trx).where('packages.id', '=', id).where('packages.project_id', '=', projectId);
  const row = await found.executeTakeFirst();
  return row === undefined ? undo({ outcome: 'gone' }) : toPackage(row);
}
