/** Many clients that publish files which stop their reader, all together, and other clients that do not. */
import { threadsAtWork } from '../../src/registry/reading/thread-pool.ts';
import { eventually } from '../fixtures/eventually.ts';
import { publish, type TestServer } from '../fixtures/server.ts';

export interface StormOutcome {
  /** The statuses of the uploads whose files stop their reader. */
  readonly statuses: readonly number[];
  /** In milliseconds: how long the slowest of other requests took. */
  readonly slowest: number;
}

/** Resolves when the files that stop their reader are rejected, the others are published, and all threads are idle. */
export async function storm(server: TestServer, registry: string, round: number): Promise<StormOutcome> {
  let over = false;
  let slowest = 0;
  const ask = async (): Promise<void> => {
    while (!over) {
      const before = performance.now();
      await (await server.ask(server.in(registry))).arrayBuffer();
      slowest = Math.max(slowest, performance.now() - before);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const asking = ask();
  const bad = Array.from({ length: 16 }, async (_, client) => {
    const deed = ['spin', 'match', 'wait', 'buffer'][client % 4] ?? '';
    const response = await publish(server, registry, `${deed}-${round}.${client}.0.txt`, 'x');
    await response.arrayBuffer();
    return response.status;
  });
  const honest = Array.from({ length: 4 }, (_, client) =>
    eventually(async () => {
      const response = await publish(server, registry, `honest-${round}.${client}.0.txt`, 'x');
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`The honest client ${client} got ${response.status}.`);
    }),
  );
  try {
    await Promise.all(honest);
    const statuses = await Promise.all(bad);
    await eventually(() => {
      if (threadsAtWork() > 0) throw new Error(`${threadsAtWork()} threads are still at work.`);
    });
    return { statuses, slowest };
  } finally {
    over = true;
    await asking;
  }
}
