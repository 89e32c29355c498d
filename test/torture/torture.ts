/**
 * Runs rounds on one folder and one database: a server starts, clients publish, copy and delete concurrently, and the
 * server is killed at a random moment. The next server must keep all promises of the previous one.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { startServerProcess, type ServerProcess } from '../fixtures/server-process.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';
import { createApi, organization, token, type Api } from './api.ts';
import { chanceFrom } from './chance.ts';
import { keepWorking, type Work } from './clients.ts';
import { registries } from './packages.ts';
import { createShelf, type Shelf } from './shelf.ts';
import { BrokenPromise, verifyPackages, verifyStorage } from './verify.ts';

export interface Storage {
  readonly dataDir: string;
  /** The URL of a PostgreSQL database; undefined for a database in the folder. */
  readonly databaseUrl: string | undefined;
}

/** The storage is empty at first. */
export interface TortureOptions extends Storage {
  readonly rounds: number;
  readonly seed: string;
  readonly report: (round: RoundReport) => void;
}

export interface RoundReport {
  readonly round: number;
  readonly replied: number;
  /** The number of packages whose existence was unknown. */
  readonly unsure: number;
  /** How many presigned uploads expired before their package was added. */
  readonly expired: number;
  /** How many packages are there. */
  readonly packages: number;
}

/** Rejects with `BrokenPromise` once a promise was broken. */
export async function torture(options: TortureOptions): Promise<void> {
  const { rounds, seed, report } = options;
  const shelf = createShelf();
  let number = 0;
  const nextNumber = (): number => (number += 1);
  let uploadLifetime = longLifetime;
  let server = await start(options, uploadLifetime);
  try {
    await createRegistries(createApi(await server.ready()));
    for (let round = 1; round <= rounds; round += 1) {
      const chance = chanceFrom(`${seed} ${round}`);
      let expired = 0;
      const replied = await workUntilKilled(server, {
        api: createApi(await server.ready()),
        shelf,
        chance,
        nextNumber,
        uploadLifetime,
        expired: () => (expired += 1),
      });
      const unsure = shelf.all().filter((known) => known.unsure).length;
      uploadLifetime = chance.oneOf(lifetimes) ?? longLifetime;
      server = await start(options, uploadLifetime);
      await verify(options, server, shelf, round === rounds);
      report({ round, replied, unsure, expired, packages: shelf.all().length });
    }
  } finally {
    await server.end('SIGKILL');
  }
}

const clients = 8;

/** How long presigned forms can be used, in milliseconds: by many servers so long that some expire at any moment. */
const longLifetime = 3_600_000;
const lifetimes = [50, 200, longLifetime];

/** In milliseconds, so that expired forms are removed while clients are at work on them. */
const housekeepingPause = 10;

/** A server is killed at its start, or after at most this number of replies. */
const mostReplies = 40;

/** In milliseconds, after the last of these responses: about as long as one request takes. */
const longestDelay = 30;

async function workUntilKilled(server: ServerProcess, work: Omit<Work, 'replied' | 'killed'>): Promise<number> {
  const enough = Promise.withResolvers<void>();
  const target = work.chance.whole(0, mostReplies);
  let replies = 0;
  let killed = false;
  const replied = (): void => {
    replies += 1;
    if (replies >= target) enough.resolve();
  };
  if (target === 0) enough.resolve();
  const working = Promise.all(
    Array.from({ length: clients }, () => keepWorking({ ...work, replied, killed: () => killed })),
  );
  // Any fault that a client finds ends the round immediately.
  await Promise.race([enough.promise, working]);
  await Promise.race([delay(work.chance.next() * longestDelay), working]);
  killed = true;
  await server.end('SIGKILL');
  await working;
  return replies;
}

async function verify(options: Storage, server: ServerProcess, shelf: Shelf, last: boolean): Promise<void> {
  await verifyPackages(createApi(await server.ready()), shelf);
  await untilNothingIsStaged(options.dataDir);
  await verifyStorage(options, last);
  const faults = server.logs().filter(({ level }) => level === 'error' || level === 'fatal');
  if (faults.length > 0) throw new BrokenPromise(`The server logged ${JSON.stringify(faults)}`);
}

function start({ dataDir, databaseUrl }: Storage, uploadLifetime: number): Promise<ServerProcess> {
  return startServerProcess({
    LARDER_DATA_DIR: dataDir,
    LARDER_ORGANIZATION: organization,
    LARDER_ADMIN_TOKEN: token,
    LARDER_LOG_LEVEL: 'warn',
    LARDER_UPLOAD_LIFETIME_MS: String(uploadLifetime),
    LARDER_HOUSEKEEPING_PAUSE_MS: String(housekeepingPause),
    ...(databaseUrl === undefined ? {} : { LARDER_DATABASE_URL: databaseUrl }),
  });
}

async function createRegistries(api: Api): Promise<void> {
  for (const [ecosystem, names] of Object.entries(registries)) {
    for (const name of names) {
      const headers = { 'Content-Type': 'application/json' };
      const reply = await api.ask('', { method: 'POST', headers, body: JSON.stringify({ name, ecosystem }) });
      if (reply?.status !== 200) throw new Error(`${name} cannot be created: ${reply?.status}`);
    }
  }
}

/** The server sweeps as soon as it is up. */
async function untilNothingIsStaged(dataDir: string): Promise<void> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const { staged } = await storedBytes(dataDir);
    if (staged.length === 0) return;
    if (performance.now() > deadline) throw new BrokenPromise(`Still staged: ${staged.join(', ')}`);
    await delay(20);
  }
}
