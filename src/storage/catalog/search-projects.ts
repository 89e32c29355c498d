/** Searches projects by the beginning of their names. */
import type { Package } from '../../model/records.ts';
import type { ProjectSearch } from '../projects.ts';
import { selectPackages, toPackage } from './package-rows.ts';
import { preparedQuery } from './prepared-query.ts';
import type { Connections, Database } from './transaction.ts';

/** The names from `from`, and before `to`. */
interface SearchValues {
  readonly registryId: string;
  readonly tag: string;
  readonly from: string;
  readonly to: string;
  readonly skip: number;
  readonly limit: number;
  /** Whether whole names are compared; absent for names without their scopes. */
  readonly whole?: true;
}

/**
 * Returns a function that returns packages with a tag, one of each found project. Its cost depends on the numbers of
 * skipped and of returned projects only.
 */
export function createProjectSearch(
  connections: Connections,
): (registryId: string, search: ProjectSearch) => Promise<Package[]> {
  const found = preparedQuery(connections, selectFound);
  return async (registryId, { start, tag, skip, limit }) => {
    const range = { from: start, to: `${start}\u{10FFFF}` };
    const whole = start.startsWith('@');
    return (await found({ registryId, tag, ...range, skip, limit, ...(whole && { whole }) })).map(toPackage);
  };
}

function selectFound(db: Database, { registryId, tag, from, to, skip, limit, whole }: SearchValues) {
  const key = whole ? 'projects.name_key' : 'projects.short_key';
  const found = db
    .selectFrom('projects')
    .innerJoin('tags', (join) => join.onRef('tags.project_id', '=', 'projects.id').on('tags.tag', '=', tag))
    .innerJoin('packages as tagged', 'tagged.id', 'tags.package_id')
    .where('projects.registry_id', '=', registryId)
    .where(key, '>=', from)
    .where(key, '<', to)
    .where('tagged.standing', '<>', 'withdrawn')
    .select(['tags.package_id', `${key} as key`, 'projects.name_key'])
    .orderBy(key)
    .orderBy('projects.name_key')
    .limit(limit)
    .offset(skip);
  return selectPackages(db)
    .innerJoin(found.as('found'), 'found.package_id', 'packages.id')
    .orderBy('found.key')
    .orderBy('found.name_key');
}
