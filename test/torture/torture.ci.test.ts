/** Some rounds of `npm run torture`. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { torture, type RoundReport } from '../../scripts/torture/torture.ts';
import { usePostgres } from '../storage/use-postgres.ts';
import { useTemporaryFolder } from '../storage/temporary-folder.ts';

const rounds = 20;
const folder = useTemporaryFolder();
const createDatabase = usePostgres();

it.each([
  ['SQLite', () => Promise.resolve(undefined)],
  ['PostgreSQL', async () => (await createDatabase()).url],
])(
  'nothing is lost on %s when the server is killed again and again',
  async (_, database) => {
    const reports: RoundReport[] = [];
    await torture({
      rounds,
      seed: 'larder',
      dataDir: path.join(folder(), 'data'),
      databaseUrl: await database(),
      report: (report) => reports.push(report),
    });
    // Promises were made, and servers were killed in the middle of others.
    const sum = (read: (report: RoundReport) => number): number => reports.reduce((all, one) => all + read(one), 0);
    expect([reports.length, sum(({ answered }) => answered) > 0, sum(({ unsure }) => unsure) > 0]).toEqual([
      rounds,
      true,
      true,
    ]);
  },
  rounds * 60_000,
);
