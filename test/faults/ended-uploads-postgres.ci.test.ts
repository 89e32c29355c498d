/** The same as `ended-uploads.test.ts`, between any two statements that PostgreSQL gets, in a transaction too. */
import { Client } from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { findingsIn } from '../registry/findings.ts';
import { usePostgres } from '../storage/use-postgres.ts';
import { cutConnections } from './cut-connection.ts';
import { startQuietServer } from './quiet-server.ts';
import { endings, clearAway, outcomeOf, publishUrl, upload } from './upload-endings.ts';

const createDatabase = usePostgres();

it.each(Object.entries(endings))(
  'wherever an upload %s between two statements of PostgreSQL, a publication is whole or rejected',
  async (_, end) => {
    const database = await createDatabase();
    const cutter = await cutConnections(database.url);
    onTestFinished(cutter.close);
    const server = await startQuietServer({ LARDER_DATABASE_URL: cutter.url });
    const outcomes = new Set<number>();
    let wasBlocked = false;
    for (let at = 0; ; at += 1) {
      const { url, bytes, fileName } = await upload(server, at);
      let ending: Promise<unknown> = Promise.resolve();
      const meanwhile = async (): Promise<void> => {
        ending = end(server, url);
        // What waits for the transaction that is held here goes on only when that does.
        wasBlocked = (await Promise.race([ending.then(() => false), isBlocked(database.url)])) || wasBlocked;
      };
      cutter.arm({ at, when: 'held', meanwhile });
      const response = await publishUrl(server, url);
      await ending;
      const questions = cutter.disarm();
      if (questions[at] === undefined) break;
      outcomes.add(await outcomeOf(server, response, fileName, bytes));
    }
    expect([outcomes, wasBlocked]).toEqual([new Set([422, 200]), true]);
    await clearAway(server);
    expect([server.violations(), await findingsIn(server)]).toEqual([0, []]);
  },
);

/** Resolves once a transaction waits for another one. */
async function isBlocked(databaseUrl: string): Promise<true> {
  const client = new Client(databaseUrl);
  await client.connect();
  try {
    for (;;) {
      const { rowCount } = await client.query('select 1 from pg_locks where not granted');
      if ((rowCount ?? 0) > 0) return true;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  } finally {
    await client.end();
  }
}
