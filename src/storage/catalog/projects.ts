import type { Tag } from '../../model/records.ts';
import type { JsonObject } from '../../model/values.ts';
import type { Projects } from '../projects.ts';
import { changeProject } from './change-project.ts';
import { preparedQuery } from './prepared-query.ts';
import type { Connections } from './transaction.ts';

/** Projects and their tags. */
export function createProjects(connections: Connections): Projects {
  const byName = preparedQuery(connections, (db, { registryId, nameKey }: { registryId: string; nameKey: string }) =>
    db.selectFrom('projects').where('registry_id', '=', registryId).where('name_key', '=', nameKey).selectAll(),
  );
  const tags = preparedQuery(connections, (db, { projectId, after, limit }: TagValues) => {
    const ofProject = db.selectFrom('tags').innerJoin('packages', 'packages.id', 'tags.package_id');
    const later = ofProject.where('tags.project_id', '=', projectId).where('tag', '>', after);
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
      if (row === undefined) return undefined;
      const { id, name, metadata, revision } = row;
      // The column is written from a `JsonObject`.
      return { id, registryId, name, nameKey, metadata: JSON.parse(metadata) as JsonObject, revision };
    },
    tags: async (projectId, { after = '', limit }) => (await tags({ projectId, after, limit })).map(toTag),
    async tag(projectId, tag) {
      const [row] = await byTag({ projectId, tag });
      return row === undefined ? undefined : toTag(row);
    },
    change: (place, changes, by) => changeProject(connections.write, place, changes, by),
  };
}

interface TagValues {
  readonly projectId: string;
  readonly after: string;
  readonly limit: number;
}

function toTag({ tag, package_id: packageId, version }: { tag: string; package_id: string; version: string }): Tag {
  return { tag, packageId, version };
}
