/** One round: clients work concurrently, until the servers are killed. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ServerProcess } from '../fixtures/server-process.ts';
import { createApi } from './api.ts';
import { keepWorking } from './clients.ts';
import type { Outbox } from './outbox.ts';
import type { Target, Work } from './work.ts';

const clients = 8;

/** A server is killed at its start, or after at most this number of replies. */
const mostReplies = 100;

/** In milliseconds, after the last of these responses: about as long as one request takes. */
const longestDelay = 30;

/** In milliseconds: how long clients continue with the other server after the first one was killed, at most. */
const longestRest = 1000;

/** Returns the number of replies. */
export async function workUntilKilled(
  servers: readonly ServerProcess[],
  work: Omit<Work, 'replied' | 'targets'>,
): Promise<number> {
  const { chance, outbox } = work;
  const enough = Promise.withResolvers<void>();
  const wanted = chance.whole(0, mostReplies);
  let replies = 0;
  const replied = (): void => {
    replies += 1;
    if (replies >= wanted) enough.resolve();
  };
  if (wanted === 0) enough.resolve();
  const targets = await Promise.all(servers.map(openTarget));
  const working = Promise.all(Array.from({ length: clients }, () => keepWorking({ ...work, targets, replied })));
  const following = followUntil(outbox, working);
  // Any fault that a client finds ends the round immediately.
  const orFault = (pause: Promise<unknown>): Promise<unknown> => Promise.race([pause, working, following]);
  await orFault(enough.promise);
  for (const [index, target] of targets.entries()) {
    await orFault(delay(chance.next() * (index === 0 ? longestDelay : longestRest)));
    await target.kill();
  }
  await working;
  await following;
  return replies;
}

interface Killable extends Target {
  kill(): Promise<unknown>;
}

async function openTarget(server: ServerProcess): Promise<Killable> {
  let isKilled = false;
  return {
    api: createApi(await server.ready()),
    isKilled: () => isKilled,
    kill: () => {
      isKilled = true;
      return server.end('SIGKILL');
    },
  };
}

/** Reads the changes all the time, like a client that must never miss one. */
async function followUntil(outbox: Outbox, end: Promise<unknown>): Promise<void> {
  let hasEnded = false;
  const ended = (): void => void (hasEnded = true);
  end.then(ended, ended);
  while (!hasEnded) {
    await outbox.follow();
    await delay(5);
  }
}
