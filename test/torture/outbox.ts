/** Follows the changes of registries in the database, while servers make them and are killed. */
import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Kysely } from 'kysely';
import type { Change } from '../../src/model/changes.ts';
import { createChanges } from '../../src/storage/catalog/changes.ts';
import { openPool } from '../../src/storage/catalog/postgres/open-pool.ts';
import { createPostgresDialect } from '../../src/storage/catalog/postgres/postgres-dialect.ts';
import { prepareOn } from '../../src/storage/catalog/prepared-query.ts';
import type { Schema } from '../../src/storage/catalog/schema.ts';
import { createSqliteDialect } from '../../src/storage/catalog/sqlite/sqlite-dialect.ts';
import { alwaysOurs } from '../../src/storage/catalog/sqlite/turns.ts';
import { BrokenPromise } from './broken-promise.ts';

export interface Storage {
  readonly dataDir: string;
  /** The URL of a PostgreSQL database; undefined for a database in the folder. */
  readonly databaseUrl: string | undefined;
}

export interface Outbox extends AsyncDisposable {
  /** Reads the changes that were made since the last call. Throws `BrokenPromise` if a revision is missing. */
  follow(): Promise<void>;
  /** Returns the revision of the last change that was read. */
  seen(registry: string): number;
  /**
   * Reads the changes since the last call of `settle` again. Throws `BrokenPromise` if one that was read before differs,
   * or the registry has another revision than the last one.
   */
  settle(registry: string): Promise<readonly Change[]>;
  /** Returns the number of unreferenced blobs whose bytes are not yet removed. */
  unreferenced(): Promise<number>;
}

interface Followed {
  readonly id: string;
  revision: number;
  settled: number;
  unsettled: Change[];
}

const most = 10_000;

export function openOutbox(storage: Storage): Outbox {
  const pool = storage.databaseUrl === undefined ? undefined : connect(storage);
  /** Opened for each call in SQLite, because a server is killed with a database that no other process has open. */
  const withDatabase = async <Result>(use: (db: Kysely<Schema>) => Promise<Result>): Promise<Result> => {
    if (pool) return await use(pool);
    const db = connect(storage);
    try {
      return await use(db);
    } finally {
      await db.destroy();
    }
  };
  const followed = new Map<string, Followed>();

  const readAfter = async (db: Kysely<Schema>, slug: string, { id }: Followed, revision: number): Promise<Change[]> => {
    const changes = await createChanges({ read: db, write: db, prepare: prepareOn(db), beginTurn: alwaysOurs }).after(
      id,
      revision,
      most,
    );
    const gap = changes.find((change, index) => change.revision !== revision + 1 + index);
    if (gap) throw new BrokenPromise(`${slug}: change ${gap.revision} can be read before the one before it.`);
    return changes;
  };
  return {
    follow: () =>
      withDatabase(async (db) => {
        for (const { id, slug } of await db.selectFrom('registries').select(['id', 'slug']).execute()) {
          const registry = followed.get(slug) ?? { id, revision: 0, settled: 0, unsettled: [] };
          followed.set(slug, registry);
          const changes = await readAfter(db, slug, registry, registry.revision);
          registry.unsettled.push(...changes);
          registry.revision += changes.length;
        }
      }),
    seen: (slug) => followed.get(slug)?.revision ?? 0,
    settle: (slug) =>
      withDatabase(async (db) => {
        const registry = followed.get(slug);
        if (!registry) throw new Error(`${slug} was not followed.`);
        const changes = await readAfter(db, slug, registry, registry.settled);
        const before = registry.unsettled;
        if (!isDeepStrictEqual(changes.slice(0, before.length), before))
          throw new BrokenPromise(`${slug}: changes differ from what a reader of them got before.`);
        Object.assign(registry, { unsettled: [], settled: registry.settled + changes.length });
        registry.revision = registry.settled;
        const { revision } = await db
          .selectFrom('registries')
          .where('id', '=', registry.id)
          .select('revision')
          .executeTakeFirstOrThrow();
        if (revision !== registry.settled)
          throw new BrokenPromise(`${slug} has revision ${revision}, but ${registry.settled} changes.`);
        return changes;
      }),
    unreferenced: () =>
      withDatabase(async (db) => (await db.selectFrom('unreferenced_blobs').select('location').execute()).length),
    [Symbol.asyncDispose]: async () => pool?.destroy(),
  };
}

function connect({ dataDir, databaseUrl }: Storage): Kysely<Schema> {
  if (databaseUrl !== undefined) return new Kysely({ dialect: createPostgresDialect(openPool(databaseUrl)) });
  const file = path.join(dataDir, 'larder.sqlite');
  return new Kysely({
    dialect: createSqliteDialect(async () => new DatabaseSync(file, { timeout: 5000, readOnly: true })),
  });
}
