/** Some rounds of `npm run torture`. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { torture, type RoundReport } from './torture.ts';
import { counted } from './work.ts';
import { usePostgres } from '../storage/use-postgres.ts';
import { useTemporaryFolder } from '../storage/temporary-folder.ts';

const rounds = 14;
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
    // Promises were made, servers were killed in the middle of others, uploads expired, others went on after a kill.
    const reached = (read: (report: RoundReport) => number): boolean => reports.some((report) => read(report) > 0);
    expect([
      reports.length,
      reached(({ replied }) => replied),
      reached(({ unsure }) => unsure),
      ...counted.map((what) => [what, reached(({ counts }) => counts[what])]),
    ]).toEqual([rounds, true, true, ...counted.map((what) => [what, true])]);
  },
  rounds * 60_000,
);
