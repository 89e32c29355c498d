/** The tags of projects. All changes are part of a transaction that holds the registry's row. */
import { mostTags } from '../../model/limits.ts';
import type { TagChange } from '../projects.ts';
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

/** The package has the maximum number of tags. */
interface TooManyTags {
  readonly outcome: 'too-many-tags';
}

/** The result of pointing tags to a package. */
interface TagsSet {
  /** The tags that pointed elsewhere before. */
  readonly changed: readonly string[];
  /** The normal forms of the versions that they pointed to before. */
  readonly from: readonly string[];
}

/** Returns whether a package has the maximum number of tags. */
export async function hasMostTags(trx: Database, packageId: string): Promise<boolean> {
  const last = trx.selectFrom('tags').where('package_id', '=', packageId).select('tag');
  const row = await last
    .limit(1)
    .offset(mostTags - 1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Points tags to a package if their conditions hold. */
export async function setTags(
  trx: Database,
  { projectId, packageId, isNew }: Tagged & { readonly isNew: boolean },
  tags: readonly NewTag[],
  undo: (outcome: TagElsewhere | TooManyTags) => never,
): Promise<TagsSet> {
  const changed: string[] = [];
  const from: string[] = [];
  for (const { tag, if: condition } of tags) {
    const current = await findTagged(trx, projectId, tag);
    if (condition === 'absent' && current !== undefined) continue;
    if (typeof condition === 'object' && (current?.version_key ?? null) !== condition.at)
      undo({ outcome: 'tag-elsewhere', tag, version: current?.version ?? null });
    if (current?.id === packageId) continue;
    // The tags of one release are fewer.
    if (!isNew && (await hasMostTags(trx, packageId))) undo({ outcome: 'too-many-tags' });
    await setTag(trx, { projectId, packageId }, tag);
    if (current !== undefined) from.push(current.version_key);
    changed.push(tag);
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
 * deleted, and the tag with it. A project without offered versions has no default tag. Returns the id of the package
 * that got the tag; undefined if none did.
 */
export async function restoreDefaultTag(
  trx: Database,
  projectId: string,
  { tag, compare }: DefaultTag,
): Promise<string | undefined> {
  if ((await findTagged(trx, projectId, tag)) !== undefined) return undefined;
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
  return highest?.id;
}

/**
 * Points the default tag to the highest offered version if it is missing or points to a withdrawn package. Returns the
 * change of the tag; none if it points where it did before.
 */
export async function moveDefaultTag(trx: Database, projectId: string, defaultTag: DefaultTag): Promise<TagChange[]> {
  const { tag } = defaultTag;
  const before = await findTagged(trx, projectId, tag);
  if (before !== undefined && before.standing !== 'withdrawn') return [];
  if (before !== undefined)
    await trx.deleteFrom('tags').where('project_id', '=', projectId).where('tag', '=', tag).execute();
  const after = await restoreDefaultTag(trx, projectId, defaultTag);
  return before === undefined && after === undefined ? [] : [{ tag, packageId: after ?? null }];
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
