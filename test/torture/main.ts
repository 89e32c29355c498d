/**
 * `npm run torture -- --rounds N [--postgres | --database postgres://…] [--seed S]`: kills servers at random moments
 * and checks that no promise is broken. After a failure, the folder is kept, and the command to reproduce it is
 * printed.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createDatabase } from '../storage/postgres-database.ts';
import { startOwnPostgres } from '../storage/postgres.ts';
import { torture } from './torture.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    seed: { type: 'string', default: randomBytes(4).toString('hex') },
    postgres: { type: 'boolean', default: false },
    database: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
if (!Number.isSafeInteger(rounds) || rounds < 1) throw new Error(`--rounds is ${values.rounds}; it must be a number.`);

await using cleanUp = new AsyncDisposableStack();
const url = await serverUrl();
const database = url === undefined ? undefined : await createDatabase(url);
const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-torture-'));
console.log(`Seed ${values.seed}, ${rounds} rounds on ${database ? 'PostgreSQL' : 'SQLite'}, in ${folder}`);

const begun = performance.now();
const totals = { replied: 0, unsure: 0 };
const counted = new Map<string, number>();
try {
  await torture({
    rounds,
    seed: values.seed,
    dataDir: path.join(folder, 'data'),
    databaseUrl: database?.url,
    report: ({ round, replied, unsure, packages, counts }) => {
      totals.replied += replied;
      totals.unsure += unsure;
      for (const [what, count] of Object.entries(counts)) counted.set(what, (counted.get(what) ?? 0) + count);
      console.log(
        `${round}/${rounds}: killed after ${replied} answers, ${unsure} changes unanswered; ${packages} packages are whole; ` +
          inWords(Object.entries(counts)),
      );
    },
  });
  await rm(folder, { recursive: true });
  await database?.remove();
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(
    `Nothing was lost in ${rounds} rounds: ${totals.replied} answers were kept, of ${totals.unsure} unanswered requests none was half done; ${inWords(counted)}. ${seconds} s.`,
  );
} catch (error) {
  const how = ['--rounds', values.rounds, '--seed', values.seed, ...(url === undefined ? [] : ['--postgres'])];
  console.error(error instanceof Error ? error.message : error);
  console.error(
    `The folder is kept: ${folder}${database && !values.postgres ? `; and so is the database ${database.url}` : ''}`,
  );
  console.error(`Try again: npm run torture -- ${how.join(' ')} (the moments of the kills differ by chance)`);
  process.exitCode = 1;
}

function inWords(counts: Iterable<readonly [string, number]>): string {
  return [...counts].map(([what, count]) => `${what} ${count}`).join(', ');
}

/** Where databases can be created; undefined for SQLite. */
async function serverUrl(): Promise<string | undefined> {
  if (values.database !== undefined) return values.database;
  if (!values.postgres) return undefined;
  const postgres = await startOwnPostgres();
  cleanUp.defer(() => postgres.stop());
  return postgres.url;
}
