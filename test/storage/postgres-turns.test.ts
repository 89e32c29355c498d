/** Servers that share a database render a document once. */
import { expect, it, vi } from 'vitest';
import type { Documents } from '../../src/registry/documents.ts';
import { bytesOfDocument, readDocument } from '../../src/registry/documents/read-document.ts';
import type { Larder } from '../../src/registry/larder.ts';
import { createRegistry } from '../../src/registry/registries.ts';
import { writable } from '../../src/registry/writable.ts';
import { openPostgresCatalog } from '../../src/storage/catalog/open-postgres.ts';
import { eventually } from '../fixtures/eventually.ts';
import { each } from '../fixtures/memory-documents.ts';
import { startTestServer } from '../fixtures/server.ts';
import { runOn } from './postgres-database.ts';
import { usePostgres } from './use-postgres.ts';

const createDatabase = usePostgres();

function withDocuments(larder: Larder, render: Documents['render']): Larder {
  const documents: Documents = {
    together: 'part',
    parts: ['page'],
    mostParts: Infinity,
    companionEndings: [],
    partOf: (name) => name,
    reads: (part) => [part],
    render,
    renderOverview: () => Promise.resolve(),
  };
  return { ...larder, ecosystems: { ...larder.ecosystems, files: { ...larder.ecosystems.files, documents } } };
}

it('a server waits for the rendering of another one, and sends its result', async () => {
  const database = await createDatabase();
  await using one = await startTestServer({ LARDER_DATABASE_URL: database.url });
  await using two = await startTestServer({ LARDER_DATABASE_URL: database.url });
  const { organization } = one;
  const registry = await createRegistry(one.larder, organization, { name: 'Pages', ecosystem: 'files' });
  const rendering = Promise.withResolvers<void>();
  const waiting = Promise.withResolvers<void>();
  let count = 0;
  const render: Documents['render'] = async (part, _source, output) => {
    count += 1;
    rendering.resolve();
    // Without turns, the other server renders instead of waiting.
    if (count === 2) waiting.resolve();
    await waiting.promise;
    await output.write(part, each([Buffer.from(`rendering ${count}`)]));
    return '';
  };
  const read = async ({ larder }: typeof one): Promise<string> => {
    const request = { name: 'page', publicUrl: 'https://packages.example' };
    const document = await readDocument(withDocuments(larder, render), { organization, registry }, request);
    return document === undefined ? 'absent' : Buffer.from(await bytesOfDocument(document)).toString();
  };
  const first = read(one);
  await rendering.promise;
  const turns = two.larder[writable].documents;
  const begin = turns.beginTurn.bind(turns);
  vi.spyOn(turns, 'beginTurn').mockImplementation(async (...scope) => {
    const begun = await begin(...scope);
    if (begun === undefined) waiting.resolve();
    return begun;
  });
  const second = read(two);
  expect([await first, await second, count]).toEqual(['rendering 1', 'rendering 1', 1]);
});

it('a turn is over when its server loses its connections', async () => {
  const database = await createDatabase();
  const [one, two] = [await openPostgresCatalog(database), await openPostgresCatalog(database)];
  try {
    const endTurn = await one.documents.beginTurn('registry', 'page');
    const others = [
      await two.documents.beginTurn('registry', 'page'),
      await two.documents.beginTurn('registry', 'other page'),
    ];
    expect([endTurn, ...others].map((end) => end !== undefined)).toEqual([true, false, true]);
    await runOn(
      database.url,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    // The pool may still take the lost connection for a living one.
    const next = await eventually(() => two.documents.beginTurn('registry', 'page'));
    await endTurn?.();
    expect([next !== undefined, await one.documents.beginTurn('registry', 'page')]).toEqual([true, undefined]);
    await next?.();
  } finally {
    await one.close();
    await two.close();
  }
});
