/** The tags of projects. All changes are part of a transaction that holds the registry's row. */
import type { DefaultTag, NewTag } from '../releases.ts';
import type { Database } from './transaction.ts';

interface Tagged {
  readonly projectId: string;
  readonly packageId: string;
}

/** The version to which a tag points instead of the required one; null if the tag does not exist. */
interface TagElsewhere {
  readonly outcome: 'tag-elsewhere';
  readonly tag: string;
  readonly version: string | null;
}

/** The result of pointing tags to a package. */
interface TagsSet {
  readonly changed: boolean;
  /** The normal forms of the versions that they pointed to before. */
  readonly from: readonly string[];
}

/** Points tags to a package if their conditions hold. */
export async function setTags(
  trx: Database,
  { projectId, packageId }: Tagged,
  tags: readonly NewTag[],
  undo: (outcome: TagElsewhere) => never,
): Promise<TagsSet> {
  let changed = false;
  const from: string[] = [];
  for (const { tag, if: condition } of tags) {
    const current = await findTagged(trx, projectId, tag);
    if (condition === 'absent' && current !== undefined) continue;
    if (typeof condition === 'object' && (current?.version_key ?? null) !== condition.at)
      undo({ outcome: 'tag-elsewhere', tag, version: current?.version ?? null });
    if (current?.id === packageId) continue;
    await setTag(trx, { projectId, packageId }, tag);
    if (current !== undefined) from.push(current.version_key);
    changed = true;
  }
  return { changed, from };
}

/** Points a tag to a package if it does not exist. Returns whether it did not. */
export async function setTagIfAbsent(trx: Database, { projectId, packageId }: Tagged, tag: string): Promise<boolean> {
  const added = await trx
    .insertInto('tags')
    .values({ project_id: projectId, tag, package_id: packageId })
    .onConflict((conflict) => conflict.columns(['project_id', 'tag']).doNothing())
    .returning('tag')
    .executeTakeFirst();
  return added !== undefined;
}

/**
 * Points the default tag to the highest offered version if it points to none: the package that it pointed to was
 * deleted, and the tag with it. A project without offered versions has no default tag.
 */
export async function restoreDefaultTag(trx: Database, projectId: string, { tag, compare }: DefaultTag): Promise<void> {
  if ((await findTagged(trx, projectId, tag)) !== undefined) return;
  const offered = await trx
    .selectFrom('packages')
    .innerJoin('files', (join) => join.onRef('files.package_id', '=', 'packages.id').on('files.position', '=', 0))
    .where('project_id', '=', projectId)
    .where('standing', '=', 'offered')
    .select(['packages.id', 'version'])
    .orderBy('packages.id')
    .execute();
  const highest = offered.reduce<(typeof offered)[number] | undefined>(
    (best, one) => (best === undefined || compare(best.version, one.version) <= 0 ? one : best),
    undefined,
  );
  if (highest !== undefined) await setTag(trx, { projectId, packageId: highest.id }, tag);
}

/**
 * Points the default tag to the highest offered version if it is missing or points to a withdrawn package. Returns
 * whether it points elsewhere than before.
 */
export async function moveDefaultTag(trx: Database, projectId: string, defaultTag: DefaultTag): Promise<boolean> {
  const { tag } = defaultTag;
  const before = await findTagged(trx, projectId, tag);
  if (before !== undefined && before.standing !== 'withdrawn') return false;
  if (before !== undefined)
    await trx.deleteFrom('tags').where('project_id', '=', projectId).where('tag', '=', tag).execute();
  await restoreDefaultTag(trx, projectId, defaultTag);
  return before !== undefined || (await findTagged(trx, projectId, tag)) !== undefined;
}

async function findTagged(trx: Database, projectId: string, tag: string) {
  return await trx
    .selectFrom('tags')
    .innerJoin('packages', 'packages.id', 'tags.package_id')
    .where('tags.project_id', '=', projectId)
    .where('tag', '=', tag)
    .select(['packages.id', 'version', 'version_key', 'standing'])
    .executeTakeFirst();
}

async function setTag(trx: Database, { projectId, packageId }: Tagged, tag: string): Promise<void> {
  await trx
    .insertInto('tags')
    .values({ project_id: projectId, tag, package_id: packageId })
    .onConflict((conflict) => conflict.columns(['project_id', 'tag']).doUpdateSet({ package_id: packageId }))
    .execute();
}
