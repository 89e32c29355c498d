/**
 * The queries of searches. Each reads names in the order of an index, and ends with the page, so that its cost depends
 * on neither the number of names nor that of found ones.
 */
import { sql, SqliteAdapter, type RawBuilder } from 'kysely';
import { partsOf } from '../../model/search-key.ts';
import type { SearchPlace } from '../names.ts';
import type { Database } from './transaction.ts';

/** The values of a query. The text is a form, and `end` is after all texts that begin with it. */
export interface BeginningValues extends SearchPlace {
  readonly text: string;
  readonly end: string;
  /** The position of a name. Both or none. */
  readonly afterKey?: string | undefined;
  readonly afterNumber?: number | undefined;
  readonly limit: number;
}

export interface PartValues extends Omit<BeginningValues, 'afterKey' | 'afterNumber'> {
  /** The condition for the index of parts, from `conditionOf`. */
  readonly match: string;
  readonly before?: number | undefined;
}

/** Selects the names that begin with a text, by name. An equal one is before all that begin with it. */
export function selectBeginnings(db: Database, values: BeginningValues) {
  const { text, end, afterKey, afterNumber, limit } = values;
  const from =
    afterKey === undefined
      ? sql<boolean>`names.key >= ${text}`
      : sql<boolean>`(names.key, names.number) > (${afterKey}, ${afterNumber})`;
  return db
    .selectFrom('names')
    .where(({ and }) => and([...placeOf(values), from]))
    .where('names.key', '<', end)
    .selectAll('names')
    .orderBy('names.key')
    .orderBy('names.number')
    .limit(limit);
}

/** Selects the names that have a text behind their beginning, and do not begin with it, the last added first. */
export function selectParts(db: Database, values: PartValues) {
  return isSqlite(db) ? selectPartsOnSqlite(db, values) : selectPartsOnPostgres(db, values);
}

function selectPartsOnSqlite(db: Database, values: PartValues) {
  const { match, before, limit } = values;
  // A cross join is not reordered (sqlite.org/lang_select.html), and its order is that of the numbers in the index.
  let names = db
    .selectFrom(sql<{ rowid: number }>`names_index`.as('names_index'))
    .crossJoin('names')
    .whereRef('names.number', '=', 'names_index.rowid')
    .where(sql<boolean>`names_index match ${match}`)
    .where(({ and }) => and([...placeOf(values), notBeginning(values)]));
  if (before !== undefined) names = names.where('names_index.rowid', '<', before);
  return names.selectAll('names').orderBy('names_index.rowid', 'desc').limit(limit);
}

function selectPartsOnPostgres(db: Database, values: PartValues) {
  const { match, text, before, limit } = values;
  const parts = sql`larder_name_parts(names.key, names.organization_id, names.ecosystem, names.registry_id)`;
  let names = db
    .selectFrom('names')
    .where(sql<boolean>`${parts} @> ${match}::text[]`)
    .where(sql<boolean>`strpos(substr(names.key, 2), ${text}) > 0`)
    .where(({ and }) => and([...placeOf(values), notBeginning(values)]));
  if (before !== undefined) names = names.where('names.number', '<', before);
  return names.selectAll('names').orderBy('names.number', 'desc').limit(limit);
}

/** Returns the condition for the index of parts, in the syntax of the database. */
export function conditionOf(db: Database, text: string, place: SearchPlace): string {
  return isSqlite(db) ? sqliteCondition(text, place) : postgresCondition(text, place);
}

/** In the syntax of FTS5 (sqlite.org/fts5.html, section 3), in which texts in quotes have no syntax. */
function sqliteCondition(text: string, { organizationId, registryId, ecosystem }: SearchPlace): string {
  const conditions = [`part : "${text.replaceAll('"', '""')}"`];
  if (registryId !== undefined) conditions.push(`registry : "${registryId.slice(-3)}"`);
  else conditions.push(`organization : "${organizationId.slice(-3)}"`);
  if (ecosystem !== undefined) conditions.push(`ecosystem : "${ecosystem.slice(0, 3)}"`);
  return conditions.join(' AND ');
}

/** In the syntax of arrays (postgresql.org/docs, "Array Input"). */
function postgresCondition(text: string, { organizationId, registryId, ecosystem }: SearchPlace): string {
  const parts = partsOf(text);
  parts.push(registryId === undefined ? `organization ${organizationId}` : `registry ${registryId}`);
  if (ecosystem !== undefined) parts.push(`ecosystem ${ecosystem}`);
  return `{${parts.map((part) => `"${part.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;
}

function placeOf({ organizationId, registryId, ecosystem }: SearchPlace): RawBuilder<boolean>[] {
  const conditions = [
    // The registry is one of the organization.
    registryId === undefined
      ? sql<boolean>`names.organization_id = ${organizationId}`
      : sql<boolean>`names.registry_id = ${registryId}`,
    // A scalar query, so that no plan begins with the registries.
    sql<boolean>`(select deleted_at from registries where registries.id = names.registry_id) is null`,
  ];
  if (ecosystem !== undefined) conditions.push(sql<boolean>`names.ecosystem = ${ecosystem}`);
  return conditions;
}

function notBeginning({ text, end }: Pick<PartValues, 'text' | 'end'>): RawBuilder<boolean> {
  return sql<boolean>`not (names.key >= ${text} and names.key < ${end})`;
}

function isSqlite(db: Database): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}
