import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JsonObject } from '../../../model/values.ts';
import type { DocumentReads, ListedPart } from '../../documents.ts';
import { ROWS_AT_A_TIME } from '../read-in-pages.ts';
import { preparedQuery, prepareOn } from '../prepared-query.ts';
import type { Database } from '../transaction.ts';
import { toRendering } from './document-rows.ts';

/** The queries of parts and projects. */
export function readParts(read: Database): Pick<DocumentReads, 'revision' | 'part' | 'parts' | 'project'> {
  return {
    async revision(registryId) {
      const query = read.selectFrom('registries').where('id', '=', registryId).where('deleted_at', 'is', null);
      return (await query.select('revision').executeTakeFirst())?.revision;
    },

    async part(registryId, part) {
      const row = await selectParts(read, registryId).where('parts.part', '=', part).executeTakeFirst();
      return row && toPart(row);
    },

    parts: (registryId) => walkParts(read, registryId),
    project: findProjects(read),
  };
}

/** The overview has a row, too, with an empty name. */
async function* walkParts(read: Database, registryId: string): AsyncGenerator<ListedPart> {
  let last = '';
  for (;;) {
    const page = selectParts(read, registryId)
      .where('parts.part', '>', last)
      .orderBy('parts.part')
      .limit(ROWS_AT_A_TIME);
    const rows = await page.execute();
    yield* rows.map(toPart);
    if (rows.length < ROWS_AT_A_TIME) return;
    last = rows.at(-1)?.part ?? last;
    await nextTurn();
  }
}

function selectParts(db: Database, registryId: string) {
  return db
    .selectFrom('parts')
    .where('parts.registry_id', '=', registryId)
    .select(['parts.part', 'parts.revision', 'rendered', 'basis', 'rendered_at', 'expires_at', 'line'])
    .select(({ eb, selectFrom }) =>
      // With `exists`, or without an order, PostgreSQL reads all entries of all parts.
      eb(
        selectFrom('entries')
          .innerJoin('packages', 'packages.id', 'entries.package_id')
          .whereRef('entries.registry_id', '=', 'parts.registry_id')
          .whereRef('entries.part', '=', 'parts.part')
          .where('refusal', 'is', null)
          .where('standing', '<>', 'withdrawn')
          .select('package_id')
          .orderBy('entries.name_key')
          .limit(1),
        'is not',
        null,
      ).as('is_listed'),
    );
}

type PartRow = Awaited<ReturnType<ReturnType<typeof selectParts>['execute']>>[number];

/** SQLite has no booleans. */
function toPart(row: PartRow): ListedPart {
  return { part: row.part, revision: row.revision, rendering: toRendering(row), isListed: Boolean(row.is_listed) };
}

function findProjects(read: Database): DocumentReads['project'] {
  // Not on the connection for prepared queries: it could be older than the revision that a rendering has read.
  const connections = { read, prepare: prepareOn(read) };
  const projects = preparedQuery(connections, selectProject);
  const tagsOf = preparedQuery(connections, selectTags);
  return async (registryId, part) => {
    const [project] = await projects({ registryId, part });
    if (project === undefined) return undefined;
    const tags = await tagsOf({ projectId: project.id });
    return {
      // Only `Release.project` is stored.
      metadata: JSON.parse(project.metadata) as JsonObject,
      revision: project.revision,
      status: { status: project.status, reason: project.status_reason },
      tags: new Map(tags.map(({ tag, version }) => [tag, version])),
    };
  };
}

function selectProject(db: Database, { registryId, part }: { readonly registryId: string; readonly part: string }) {
  const projects = db.selectFrom('projects').where('registry_id', '=', registryId).where('name_key', '=', part);
  return projects.select(['id', 'metadata', 'revision', 'status', 'status_reason']);
}

function selectTags(db: Database, { projectId }: { readonly projectId: string }) {
  return db
    .selectFrom('tags')
    .innerJoin('packages', 'packages.id', 'tags.package_id')
    .where('tags.project_id', '=', projectId)
    .where('standing', '<>', 'withdrawn')
    .select(['tag', 'version'])
    .orderBy('tag');
}
