import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { CatalogUnavailable } from '../../src/storage/catalog.ts';
import type { Catalog } from '../../src/storage/catalog.ts';
import type { Registry } from '../../src/model/records.ts';
import { openPostgresCatalog, openPostgresConnections } from '../../src/storage/catalog/open-postgres.ts';
import { transact } from '../../src/storage/catalog/transaction.ts';
import type { Connections } from '../../src/storage/catalog/transaction.ts';
import {
  NOON,
  insertPackage,
  revisionOf,
  sampleFile,
  samplePackage,
  storePackage,
  storeRegistry,
} from './catalog/samples.ts';
import { createDatabase, runOn } from './postgres-database.ts';
import type { PostgresDatabase } from './postgres-database.ts';
import { startOwnPostgres } from './postgres.ts';
import type { OwnPostgresServer } from './postgres.ts';

let server: OwnPostgresServer;
let database: PostgresDatabase;
let catalog: Catalog;
let registry: Registry;
beforeAll(async () => {
  server = await startOwnPostgres();
});
afterAll(() => server.stop());
beforeEach(async () => {
  database = await createDatabase(server.url);
  catalog = await openPostgresCatalog(database);
  registry = await storeRegistry(catalog);
});
afterEach(async () => {
  await catalog.close();
  await database.remove();
});

const END_ALL =
  'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
const endConnections = async (): Promise<void> => void (await runOn(database.url, END_ALL));
const ADA = { id: 'ada', name: 'Ada', email: 'ada@example.org', created_at: NOON.toISOString() };

/** Runs `work` while the server is down. */
async function whileDown(work: () => Promise<void>): Promise<void> {
  await server.pause();
  try {
    await work();
  } finally {
    await server.resume();
  }
}

it('reads, changes and checks report a server that is down as unavailable', () =>
  whileDown(async () => {
    const replies = await Promise.allSettled([
      catalog.check(),
      catalog.registries.find(registry.organizationId, 'tools'),
      insertPackage(catalog, samplePackage(registry), [sampleFile()], undefined),
      catalog.documents.revision(registry.id),
    ]);
    const kinds = replies.map((reply) => reply.status === 'rejected' && reply.reason instanceof CatalogUnavailable);
    expect(kinds).toEqual([true, true, true, true]);
  }));

it('the catalog goes on when the server is back', async () => {
  const pkg = await storePackage(catalog, registry);
  await whileDown(() => expect(catalog.check()).rejects.toThrow(CatalogUnavailable));
  await storePackage(catalog, registry, { version: '2.0' });
  expect([await catalog.packages.find(registry.id, pkg.id), await revisionOf(catalog, registry)]).toEqual([pkg, 2]);
});

it('idle connections that are lost are replaced', async () => {
  await Promise.all(Array.from({ length: 8 }, () => catalog.check()));
  await endConnections();
  // The first of them may still be taken for a living one.
  await eventually(() => catalog.check());
  const replies = await Promise.allSettled(Array.from({ length: 8 }, () => catalog.check()));
  expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 'fulfilled'));
});

async function withConnections(work: (connections: Connections) => Promise<void>): Promise<void> {
  const connections = await openPostgresConnections(database);
  try {
    await work(connections);
  } finally {
    await connections.close();
  }
}

it('a transaction whose connection is lost is unavailable, and leaves nothing', () =>
  withConnections(async ({ read, write }) => {
    const lost = transact(write, async (trx) => {
      await trx.insertInto('users').values(ADA).execute();
      await endConnections();
      await trx
        .insertInto('users')
        .values({ ...ADA, id: 'eve' })
        .execute();
    });
    await expect(lost).rejects.toThrow(CatalogUnavailable);
    const left = await eventually(() =>
      read.selectFrom('users').where('id', 'in', ['ada', 'eve']).selectAll().execute(),
    );
    expect(left).toEqual([]);
  }));

it('a transaction that fails for a reason of its own leaves nothing, and its connection is used again', () =>
  withConnections(async ({ read, write }) => {
    const failing = transact(write, async (trx) => {
      await trx.insertInto('users').values(ADA).execute();
      throw new Error('a reason of its own');
    });
    await expect(failing).rejects.toThrow('a reason of its own');
    expect(await read.selectFrom('users').where('id', '=', 'ada').selectAll().execute()).toEqual([]);
  }));

it('two transactions that wait for each other are both done in the end', () =>
  withConnections(async ({ write }) => {
    const users = [ADA, { ...ADA, id: 'eve' }];
    await write.insertInto('users').values(users).execute();
    const meeting = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const rename = (order: readonly string[], turn: number) =>
      transact(write, async (trx) => {
        for (const id of order) {
          await trx
            .updateTable('users')
            .set((set) => ({ name: set.fn('concat', ['name', set.lit(1)]) }))
            .where('id', '=', id)
            .execute();
          meeting[turn]?.resolve();
          await meeting[1 - turn]?.promise;
        }
      });
    await Promise.all([rename(['ada', 'eve'], 0), rename(['eve', 'ada'], 1)]);
    const names = await write.selectFrom('users').where('id', 'in', ['ada', 'eve']).select('name').execute();
    expect(names).toEqual([{ name: 'Ada11' }, { name: 'Ada11' }]);
  }));
