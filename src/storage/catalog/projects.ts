import type { Selectable } from 'kysely';
import type { Project, Tag } from '../../model/records.ts';
import type { JsonObject } from '../../model/values.ts';
import type { Projects } from '../projects.ts';
import { changeProject } from './change-project.ts';
import { preparedQuery } from './prepared-query.ts';
import type { Schema } from './schema.ts';
import { createProjectSearch } from './search-projects.ts';
import type { Connections } from './transaction.ts';

/** Projects and their tags. */
export function createProjects(connections: Connections): Projects {
  const byName = preparedQuery(connections, (db, { registryId, nameKey }: { registryId: string; nameKey: string }) =>
    db.selectFrom('projects').where('registry_id', '=', registryId).where('name_key', '=', nameKey).selectAll(),
  );
  const list = preparedQuery(connections, (db, { registryId, after, limit }: ListValues) => {
    const later = db.selectFrom('projects').where('registry_id', '=', registryId).where('name_key', '>', after);
    return later.selectAll().orderBy('name_key').limit(limit);
  });
  const tags = preparedQuery(connections, (db, { projectId, after, limit, offered }: TagValues) => {
    const ofProject = db.selectFrom('tags').innerJoin('packages', 'packages.id', 'tags.package_id');
    let later = ofProject.where('tags.project_id', '=', projectId).where('tag', '>', after);
    if (offered !== undefined) later = later.where('standing', '<>', 'withdrawn');
    return later.select(['tag', 'package_id', 'version']).orderBy('tag').limit(limit);
  });
  const byTag = preparedQuery(connections, (db, { projectId, tag }: { projectId: string; tag: string }) => {
    const pointing = db.selectFrom('tags').innerJoin('packages', 'packages.id', 'tags.package_id');
    return pointing
      .where('tags.project_id', '=', projectId)
      .where('tag', '=', tag)
      .select(['tag', 'package_id', 'version']);
  });
  return {
    async find(registryId, nameKey) {
      const [row] = await byName({ registryId, nameKey });
      return row && toProject(row);
    },
    list: async (registryId, { after = '', limit }) => (await list({ registryId, after, limit })).map(toProject),
    tags: async (projectId, { after = '', limit, offered = false }) =>
      (await tags({ projectId, after, limit, ...(offered && { offered }) })).map(toTag),
    search: createProjectSearch(connections),
    async tag(projectId, tag) {
      const [row] = await byTag({ projectId, tag });
      return row === undefined ? undefined : toTag(row);
    },
    change: (place, changes, by) => changeProject(connections.write, place, changes, by),
  };
}

interface ListValues {
  readonly registryId: string;
  readonly after: string;
  readonly limit: number;
}

interface TagValues {
  readonly projectId: string;
  readonly after: string;
  readonly limit: number;
  /** Absent for all tags. */
  readonly offered?: true;
}

function toProject(row: Selectable<Schema['projects']>): Project {
  const {
    id,
    registry_id: registryId,
    name,
    name_key: nameKey,
    metadata,
    revision,
    status,
    status_reason: reason,
  } = row;
  // The column is written from a `JsonObject`.
  return { id, registryId, name, nameKey, metadata: JSON.parse(metadata) as JsonObject, revision, status, reason };
}

function toTag({ tag, package_id: packageId, version }: { tag: string; package_id: string; version: string }): Tag {
  return { tag, packageId, version };
}
