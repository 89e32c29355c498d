/**
 * Packages that are parts of others of their project: another package needs them, or they are about another one. A
 * package with a tag is never a part. All changes are part of a transaction that holds the registry's row.
 */
import { sql } from 'kysely';
import { inBatches } from './in-batches.ts';
import type { Database } from './transaction.ts';

/** Selects packages that are not parts. A literal, so that SQLite uses the indexes of these packages. */
export const isListed = sql<boolean>`packages.is_part = ${sql.lit(0)}`;

/** Marks the packages of these versions, and those about them, as parts or not. `versionKeys` are normal forms. */
export async function markParts(trx: Database, projectId: string, versionKeys: Iterable<string>): Promise<void> {
  for (const batch of inBatches([...new Set(versionKeys)])) {
    for (const column of ['version_key', 'subject_key'] as const) {
      await trx
        .updateTable('packages')
        .set({ is_part: sql<number>`case when ${isPart} then 1 else 0 end` })
        .where('project_id', '=', projectId)
        .where(column, 'in', batch)
        .execute();
    }
  }
}

const isPart = sql<boolean>`(
  not exists (select 1 from tags where tags.package_id = packages.id)
  and (
    exists (
      select 1 from needs
      where needs.project_id = packages.project_id and needs.version_key = packages.version_key
        and needs.package_id <> packages.id
    )
    or exists (
      select 1 from packages as subject
      where subject.project_id = packages.project_id and subject.version_key = packages.subject_key
        and subject.id <> packages.id
    )
  )
)`;

/** Stores the version that a package is about; null for none. */
export async function setSubject(trx: Database, packageId: string, subjectKey: string | null): Promise<void> {
  await trx.updateTable('packages').set({ subject_key: subjectKey }).where('id', '=', packageId).execute();
}

/** A package, and everything that may be a part of it or have it as a part. */
export interface Family {
  readonly projectId: string;
  /** In normal form: its own version, and those that it needs. */
  readonly versionKeys: readonly string[];
}

/** Returns undefined if the package does not exist. */
export async function findFamily(trx: Database, packageId: string): Promise<Family | undefined> {
  const own = trx.selectFrom('packages').where('id', '=', packageId).select(['project_id', 'version_key']);
  const row = await own.executeTakeFirst();
  if (row === undefined) return undefined;
  const needs = await trx.selectFrom('needs').where('package_id', '=', packageId).select('version_key').execute();
  return { projectId: row.project_id, versionKeys: [row.version_key, ...needs.map((need) => need.version_key)] };
}

/** The number of packages in a message: enough to see a pattern. */
const MOST_NAMED = 10;

/** Returns the versions of packages about this one, at most ten. */
export async function findVersionsAbout(trx: Database, packageId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('packages as subject')
    .innerJoin('packages as about', (join) =>
      join
        .onRef('about.project_id', '=', 'subject.project_id')
        .onRef('about.subject_key', '=', 'subject.version_key')
        .onRef('about.id', '<>', 'subject.id'),
    )
    .where('subject.id', '=', packageId)
    .select('about.version')
    .limit(MOST_NAMED)
    .execute();
  return rows.map(({ version }) => version).toSorted();
}
