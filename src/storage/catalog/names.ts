import { sql } from 'kysely';
import { partsOf, searchKey } from '../../model/search-key.ts';
import type { EcosystemId } from '../../model/values.ts';
import type { FoundName, FoundRegistry, NameCount, NamePage, Names, VersionOrder } from '../names.ts';
import { refreshName, removeName } from './name-rows.ts';
import { preparedQuery } from './prepared-query.ts';
import { holdRegistry } from './revisions.ts';
import { conditionOf, selectBeginnings, selectParts, type BeginningValues, type PartValues } from './search-names.ts';
import { transact, type Connections, type Database } from './transaction.ts';

/** The search of names. */
export function createNames(connections: Connections): Names {
  const { read } = connections;
  const beginnings = preparedQuery(connections, (db, values: BeginningValues) =>
    withDetails(db, selectBeginnings(db, values)).orderBy('found.key').orderBy('found.number'),
  );
  const parts = preparedQuery(connections, (db, values: PartValues) =>
    withDetails(db, selectParts(db, values)).orderBy('found.number', 'desc'),
  );
  const countBeginnings = preparedQuery(connections, (db, values: BeginningValues) =>
    countByRegistry(db, selectBeginnings(db, values)),
  );
  const countParts = preparedQuery(connections, (db, values: PartValues) =>
    countByRegistry(db, selectParts(db, values)),
  );

  return {
    async search(place, { text: wanted, after, limit }: NamePage) {
      const text = searchKey(wanted);
      const range = { ...place, text, end: endOf(text) };
      const isBehind = after !== undefined && !after.key.startsWith(text);
      const first = isBehind
        ? []
        : await beginnings({ ...range, afterKey: after?.key, afterNumber: after?.number, limit });
      if (first.length === limit || partsOf(text).length === 0) return first.map(toFoundName);
      const match = conditionOf(read, text, place);
      const before = isBehind ? after.number : undefined;
      const others = await parts({ ...range, match, before, limit: limit - first.length });
      return [...first, ...others].map(toFoundName);
    },

    async count(place, wanted, most) {
      const text = searchKey(wanted);
      const range = { ...place, text, end: endOf(text) };
      const first = await countBeginnings({ ...range, limit: most });
      const left = most - first.reduce((sum, { names }) => sum + Number(names), 0);
      if (left === 0 || partsOf(text).length === 0) return first.map(toCount);
      const others = await countParts({ ...range, match: conditionOf(read, text, place), limit: left });
      return added([...first, ...others].map(toCount));
    },

    order: (ecosystem, order, limit) => orderNames(connections, ecosystem, order, limit),
  };
}

/** After all texts that begin with this one, by bytes in UTF-8. No form has the last character. */
function endOf(text: string): string {
  return `${text}\u{10FFFF}`;
}

function withDetails(db: Database, found: ReturnType<typeof selectBeginnings>) {
  return db
    .selectFrom(found.as('found'))
    .innerJoin('projects', 'projects.id', 'found.project_id')
    .innerJoin('packages', 'packages.id', 'found.latest_id')
    .innerJoin('registries', 'registries.id', 'found.registry_id')
    .select(['found.number', 'found.key', 'found.versions', 'found.published_at', 'projects.name'])
    .select(['packages.id as latest_id', 'packages.version as latest_version'])
    .select(registryColumns);
}

const registryColumns = [
  'registries.id as registry_id',
  'registries.slug',
  'registries.name as registry_name',
  'registries.ecosystem',
] as const;

type NameRow = Awaited<ReturnType<ReturnType<typeof withDetails>['execute']>>[number];

function toFoundName(row: NameRow): FoundName {
  return {
    number: row.number,
    key: row.key,
    name: row.name,
    registry: toFoundRegistry(row),
    latest: { id: row.latest_id, version: row.latest_version },
    versions: row.versions,
    publishedAt: new Date(row.published_at),
  };
}

function toFoundRegistry(row: Pick<NameRow, 'registry_id' | 'slug' | 'registry_name' | 'ecosystem'>): FoundRegistry {
  // The column is written from a `Registry`.
  return { id: row.registry_id, slug: row.slug, name: row.registry_name, ecosystem: row.ecosystem as EcosystemId };
}

function countByRegistry(db: Database, found: ReturnType<typeof selectBeginnings>) {
  const counted = db
    .selectFrom(found.as('found'))
    .select(({ fn }) => ['found.registry_id', fn.countAll().as('names')])
    .groupBy('found.registry_id');
  return db
    .selectFrom(counted.as('counted'))
    .innerJoin('registries', 'registries.id', 'counted.registry_id')
    .select(registryColumns)
    .select('counted.names');
}

type CountRow = Awaited<ReturnType<ReturnType<typeof countByRegistry>['execute']>>[number];

function toCount(row: CountRow): NameCount {
  return { registry: toFoundRegistry(row), names: Number(row.names) };
}

/** Returns one count for each registry. */
function added(counts: readonly NameCount[]): NameCount[] {
  const byRegistry = new Map<string, NameCount>();
  for (const { registry, names } of counts)
    byRegistry.set(registry.id, { registry, names: names + (byRegistry.get(registry.id)?.names ?? 0) });
  return [...byRegistry.values()];
}

async function orderNames(
  { read, write }: Pick<Connections, 'read' | 'write'>,
  ecosystem: EcosystemId,
  order: VersionOrder,
  limit: number,
): Promise<number> {
  const unordered = read.selectFrom('names').where('ecosystem', '=', ecosystem).where(isUnordered);
  const rows = await unordered.select(['project_id', 'registry_id']).orderBy('number').limit(limit).execute();
  if (rows.length > 0)
    await transact(write, async (trx) => {
      // In one order everywhere, so that two transactions never wait for each other.
      const registries = [...new Set(rows.map((row) => row.registry_id))].toSorted();
      const held = new Set<string>();
      for (const id of registries) if (await holdRegistry(trx, id)) held.add(id);
      for (const { project_id: projectId, registry_id: registryId } of rows)
        await (held.has(registryId) ? refreshName(trx, projectId, order) : removeName(trx, projectId));
    });
  return rows.length;
}

/** A literal, so that both databases use the index of these names. */
const isUnordered = sql<boolean>`is_ordered = ${sql.lit(0)}`;
