/** What becomes of a change when the connection to PostgreSQL is cut at any one of its questions. */
import { expect, it, onTestFinished } from 'vitest';
import { rejectionOf } from '../fixtures/replies.ts';
import { someOf } from '../fixtures/rounds.ts';
import type { TestServer } from '../fixtures/server.ts';
import { findingsIn } from '../registry/findings.ts';
import { usePostgres } from '../storage/use-postgres.ts';
import { changes } from './changes.ts';
import { cutConnections, type Cutter } from './cut-connection.ts';
import { startQuietServer } from './quiet-server.ts';
import { sweepLater } from './sweep-later.ts';

const createDatabase = usePostgres();

async function start(): Promise<{ server: TestServer; cutter: Cutter }> {
  const cutter = await cutConnections((await createDatabase()).url);
  // Called last, after the server has ended.
  onTestFinished(cutter.close);
  return { server: await startQuietServer({ LARDER_DATABASE_URL: cutter.url }), cutter };
}

// To the database, one publication is like another; this one has an entry in an index as well.
const { 'a publication of a plain file': _alike, ...asked } = changes;

it.each(someOf(Object.entries(asked), 1))(
  'wherever the connection is cut in %s, the response is 503, nothing is half done, and later it can be done',
  async (_, prepare) => {
    const { server, cutter } = await start();
    let number = 0;
    const made = { before: 0, after: 0 };
    for (const when of ['before', 'after'] as const) {
      for (let at = 0; ; at += 1) {
        const change = await prepare(server, (number += 1));
        cutter.arm({ at, when });
        const response = await change.make();
        const question = cutter.disarm()[at];
        if (question === undefined) break;
        const step = `${when} ${question}`;
        if (response.ok) throw new Error(`It was made although the connection was cut ${step}.`);
        expect([step, await rejectionOf(response)]).toEqual([step, { status: 503, type: 'unavailable' }]);
        const isMade = await change.isMade();
        made[when] += isMade ? 1 : 0;
        const later = await change.make();
        await later.arrayBuffer();
        expect([step, later.status]).toEqual([step, isMade ? change.again : 200]);
        if (!isMade) expect([step, await change.isMade()]).toEqual([step, true]);
      }
    }
    // Only the last query makes the change: the response to the commit was lost.
    expect(made).toEqual({ before: 0, after: 1 });
    expect(server.violations()).toBe(0);
    await sweepLater(server);
    expect(await findingsIn(server)).toEqual([]);
  },
);
