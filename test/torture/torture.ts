/**
 * Runs rounds on one folder and one database: servers start, clients publish, copy, change and delete concurrently, and
 * the servers are killed at random moments. The next ones must keep all promises of the previous ones.
 */
import { setTimeout as delay } from 'node:timers/promises';
import path from 'node:path';
import { startServerProcess, type ServerProcess } from '../fixtures/server-process.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';
import { createApi, organization, token, type Api } from './api.ts';
import { BrokenPromise } from './broken-promise.ts';
import { chanceFrom } from './chance.ts';
import { verifyDocuments } from './documents.ts';
import { createLedger } from './ledger.ts';
import { openOutbox, type Outbox, type Storage } from './outbox.ts';
import { registries } from './packages.ts';
import { createRemovals } from './removals.ts';
import { workUntilKilled } from './rounds.ts';
import { createShelf } from './shelf.ts';
import { verifyUploads } from './uploads.ts';
import { verifyNativeTags, verifyReferrers } from './verify-natively.ts';
import { verifyPackages, verifyStorage } from './verify.ts';
import { counted, type Counted, type Model } from './work.ts';

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
  /** How many packages are there. */
  readonly packages: number;
  readonly counts: Readonly<Record<Counted, number>>;
}

/** Rejects with `BrokenPromise` once a promise was broken. */
export async function torture(options: TortureOptions): Promise<void> {
  const { rounds, seed, report } = options;
  const shelf = createShelf();
  const [ledger, removals] = [createLedger(), createRemovals()];
  const model: Model = { shelf, tags: new Map(), uploads: new Set(), ledger, removals, held: new Map() };
  await using outbox = openOutbox(options);
  let number = 0;
  const nextNumber = (): number => (number += 1);
  let limits: Limits = { uploadLifetime: long, grace: long };
  const startAll = async (): Promise<readonly ServerProcess[]> => {
    removals.limit(limits.grace);
    return await Promise.all(serversOf(options).map(() => start(options, limits)));
  };
  let servers = await startAll();
  try {
    await createRegistries(createApi((await servers[0]?.ready()) ?? ''));
    for (let round = 1; round <= rounds; round += 1) {
      const chance = chanceFrom(`${seed} ${round}`);
      const counts = Object.fromEntries(counted.map((what) => [what, 0])) as Record<Counted, number>;
      const count = (what: Counted): void => void (counts[what] += 1);
      const work = { ...model, outbox, chance, nextNumber, uploadLifetime: limits.uploadLifetime, count };
      const replied = await workUntilKilled(servers, work);
      await removals.verify(options.dataDir);
      const unsure = shelf.all().filter((known) => known.unsure).length;
      const isLast = round === rounds;
      limits = { uploadLifetime: chance.oneOf(lifetimes) ?? long, grace: isLast ? 0 : (chance.oneOf(graces) ?? long) };
      servers = await startAll();
      await verify(options, { servers, model, outbox, isLast });
      report({ round, replied, unsure, packages: shelf.all().length, counts });
    }
  } finally {
    await Promise.all(servers.map((server) => server.end('SIGKILL')));
  }
}

/** In milliseconds. */
interface Limits {
  readonly uploadLifetime: number;
  readonly grace: number;
}

/** In milliseconds: longer than a torture takes between two starts. */
const long = 3_600_000;

/** By many servers uploads are kept so long that some expire at any moment. */
const lifetimes = [50, 200, long, long];

const graces = [0, long, long];

/** In milliseconds, so that expired uploads are removed while clients are at work on them. */
const housekeepingPause = 10;

/** Only servers of one PostgreSQL database share it. */
function serversOf({ databaseUrl }: Storage): readonly number[] {
  return databaseUrl === undefined ? [1] : [1, 2];
}

interface Verification {
  readonly servers: readonly ServerProcess[];
  readonly model: Model;
  readonly outbox: Outbox;
  readonly isLast: boolean;
}

async function verify(options: Storage, { servers, model, outbox, isLast }: Verification): Promise<void> {
  const { shelf, tags, uploads, ledger, held } = model;
  const apis = await Promise.all(servers.map(async (server) => createApi(await server.ready())));
  const [first, last] = [apis[0], apis.at(-1)];
  if (!first || !last) throw new Error('There is no server.');
  await verifyPackages(first, shelf, tags);
  await verifyNativeTags(last, tags);
  await verifyReferrers(last, shelf);
  await verifyDocuments(last, shelf, held);
  await verifyUploads(last, uploads, shelf);
  for (const registry of Object.values(registries).flat()) ledger.settle(registry, await outbox.settle(registry));
  await eventually('Still staged', async () => (await storedBytes(options.dataDir)).staged);
  await verifyStorage(options, isLast);
  if (isLast) await eventually('Not removed', async () => Array<string>(await outbox.unreferenced()).fill('bytes'));
  const faults = servers
    .flatMap((server) => server.logs())
    .filter(({ level }) => level === 'error' || level === 'fatal');
  if (faults.length > 0) throw new BrokenPromise(`A server logged ${JSON.stringify(faults)}`);
}

const script = path.resolve(import.meta.dirname, 'serve.ts');

async function start({ dataDir, databaseUrl }: Storage, { uploadLifetime, grace }: Limits): Promise<ServerProcess> {
  const settings = {
    LARDER_DATA_DIR: dataDir,
    LARDER_ORGANIZATION: organization,
    LARDER_ADMIN_TOKEN: token,
    LARDER_LOG_LEVEL: 'warn',
    LARDER_UPLOAD_LIFETIME_MS: String(uploadLifetime),
    LARDER_FINISHED_UPLOAD_LIFETIME_MS: String(uploadLifetime),
    LARDER_HOUSEKEEPING_PAUSE_MS: String(housekeepingPause),
    LARDER_BLOB_GRACE_SECONDS: String(grace / 1000),
    // A manifest that is served has all of its parts.
    LARDER_SPARSE_IMAGES: 'false',
    // The load of the machine is not the subject.
    LARDER_INSPECT_TIMEOUT_MS: '600000',
    ...(databaseUrl === undefined ? {} : { LARDER_DATABASE_URL: databaseUrl }),
  };
  return await startServerProcess(settings, [], [], script);
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

/** The server sweeps as soon as it is up. `left` returns the names of the rest. */
async function eventually(title: string, left: () => Promise<readonly string[]>): Promise<void> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const names = await left();
    if (names.length === 0) return;
    if (performance.now() > deadline) throw new BrokenPromise(`${title}: ${names.join(', ')}`);
    await delay(20);
  }
}
