/** Puts the parts together, in the order in which a request passes them, and takes them apart again. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Observe } from '../contract/replies/deliver.ts';
import { prepareRefusals } from '../contract/validation/refuse.ts';
import { eachOf, modules as builtIn, type Modules } from './ecosystems.ts';
import { createReadings } from '../registry/reading/readings.ts';
import { checkEntries } from '../registry/check-entries.ts';
import { prepareOrganization, SecretTaken, type FirstStart } from '../registry/first-start.ts';
import type { Larder } from '../registry/larder.ts';
import { createTokenUses } from '../registry/token-uses.ts';
import { keepShortReads } from '../storage/keep-short-reads.ts';
import { openFileBlobStore } from '../storage/file-blob-store.ts';
import { connectionLimits } from './connection-limits.ts';
import { createApp } from './create-app.ts';
import { descriptions } from './descriptions.ts';
import { endsWithin } from './ends-within.ts';
import { createExchanges } from './exchanges.ts';
import { createHttpServer, serve, type Handler } from './http-server.ts';
import { prepareToClose } from './close-server.ts';
import type { Log } from './log.ts';
import { startHousekeeping } from './housekeeping.ts';
import { openCatalog } from './open-catalog.ts';
import { observeAnswers } from './observe-answers.ts';
import { prepareDataFolder } from './prepare-data-folder.ts';
import { publicUrl } from './public-url.ts';
import { UnusableSettings, type Settings } from './settings.ts';
import { notesOnReservedSlugs, reservedSlugs } from './reserved-slugs.ts';
import { startNotes } from './start-notes.ts';
import { writable } from '../registry/writable.ts';

export interface RunningServer extends FirstStart {
  /** The public base URL, without a slash at its end. */
  readonly url: string;
  readonly larder: Larder;
  /** What the operator should know, in sentences. */
  readonly notes: readonly string[];
  /** How many answers were seen to break the contract since the start. */
  violations(): number;
  /** How many connections are open. */
  openConnections(): Promise<number>;
  /** Takes no more requests, finishes those that run, and closes everything; waits no longer than the settings allow. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Called with every response, as the log is. */
  readonly hear?: Observe | undefined;
  /** In place of those that Larder has. */
  readonly modules?: Modules | undefined;
}

/** Throws `UnusableSettings` when the folder, the database or the address cannot be used. */
export async function startServer(
  settings: Settings,
  log: Log,
  { hear, modules = builtIn }: StartOptions = {},
): Promise<RunningServer> {
  const ecosystems = eachOf(modules, 'ecosystem');
  const readings = createReadings(settings.inspectTimeout);
  const larder = await openLarder(settings, { ecosystems, read: readings.read });
  const exchanges = createExchanges();
  const { observe, violations } = observeAnswers(log, exchanges);
  const uses = createTokenUses(larder, (error) => log.warn({ err: error }, 'the use of a token was not recorded'));
  const server = createHttpServer(settings.headersTimeout);
  const close = prepareToClose(server);
  const app = Promise.withResolvers<Handler>();
  serve(
    server,
    connectionLimits(settings),
    (request, response) => void app.promise.then((answer) => answer(request, response)),
    (reason, { remoteAddress }) => log.warn({ remoteAddress }, `closed a connection: ${reason}`),
  );
  try {
    // The port comes first: a start that fails must not have made a token, for nobody would ever see it.
    const address = await listen(server, settings);
    const first = await prepare(larder, settings);
    if (larder.catalog.wasMigrated(enforcesPolicies)) {
      const policies = await larder.catalog.registries.countPolicies();
      if (policies > 0) log.warn({ policies }, `${policies} stored OIDC policies are enforced from now on`);
    }
    const leftOut = await checkEntries(larder);
    if (leftOut > 0) log.warn({ leftOut }, 'packages are left out of the index; `larder check` names them');
    const { url, note } = publicUrl(settings, address);
    const notes = [
      ...(note === undefined ? [] : [note]),
      ...startNotes(settings, first, url),
      ...(await notesOnReservedSlugs(larder.catalog)),
    ];
    app.resolve(
      createApp(larder, url, settings, {
        modules,
        observe: (event) => {
          observe(event);
          hear?.(event);
        },
        uses,
        exchanges,
      }),
    );
    const housekeeping = startHousekeeping(larder, log, settings.housekeepingPause);
    log.info({ url, dataDir: settings.dataDir }, 'ready');
    readings.prepare(ecosystems);
    prepareAllRefusals().catch((error: unknown) => log.warn({ err: error }, 'rejections are not prepared'));
    const stop = async (): Promise<void> => {
      log.info('stopping');
      // What is cut off needs some time to end, and the process some more.
      const inTime = await endsWithin(settings.stopTimeout * 0.95, async () => {
        await Promise.all([close(settings.stopTimeout * 0.9), housekeeping.stop()]);
        readings.stop();
        await uses.settle();
        await closeLarder(larder);
      });
      if (inTime) log.info('stopped');
      else log.warn('stopped while some work was still running; the next start goes on with it');
    };
    const openConnections = promisify(server.getConnections.bind(server));
    return { ...first, url, larder, notes, violations, openConnections, stop };
  } catch (error) {
    server.close().closeAllConnections();
    await closeLarder(larder);
    throw error;
  }
}

/**
 * Loads what rejections need, so that no request waits for all of it. It takes as much of a processor as the start: the
 * requests that wait for a server come first.
 */
async function prepareAllRefusals(): Promise<void> {
  await pause(firstRequests, undefined, { ref: false });
  for (const description of descriptions) await prepareRefusals(description);
}

/** In milliseconds. */
const firstRequests = 5000;

/** Before this migration, policies were stored, but not enforced. */
const enforcesPolicies = '0013-oidc-publishers';

async function openLarder(settings: Settings, reading: Pick<Larder, 'ecosystems' | 'read'>): Promise<Larder> {
  const { dataDir: folder } = settings;
  await prepareDataFolder(folder);
  const blobs = keepShortReads(await openFileBlobStore({ folder: path.join(folder, 'blobs') }));
  const catalog = await openCatalog(settings).catch(async (error: unknown) => {
    await blobs.close();
    throw error;
  });
  const { reuseHours, uploadLifetime } = settings;
  const reservedRegistrySlugs = reservedSlugs.registry;
  return { catalog, [writable]: catalog, blobs, ...reading, reuseHours, uploadLifetime, reservedRegistrySlugs };
}

async function prepare(larder: Larder, { organization, adminToken: secret }: Settings): Promise<FirstStart> {
  return await prepareOrganization(larder, { organization, secret }).catch((error: unknown) => {
    throw error instanceof SecretTaken ? new UnusableSettings(error.message, { cause: error }) : error;
  });
}

async function closeLarder({ [writable]: catalog, blobs }: Larder): Promise<void> {
  await catalog.close();
  await blobs.close();
}

function listen(server: Server, { host, port }: Settings): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(unusableAddress(error, host, port)));
    // A server on a port has an address of this kind.
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

function unusableAddress(cause: NodeJS.ErrnoException, host: string, port: number): UnusableSettings {
  switch (cause.code) {
    case 'EADDRINUSE':
      return new UnusableSettings(
        `LARDER_PORT is ${port}, where another program listens; it must be a free port, or 0 for any.`,
        { cause },
      );
    case 'EACCES':
      return new UnusableSettings(`LARDER_PORT is ${port}, which this user may not use; try one above 1023.`, {
        cause,
      });
    default: {
      const right = `an address of this machine (${cause.message})`;
      return new UnusableSettings(`LARDER_HOST is ${JSON.stringify(host)}; it must be ${right}.`, { cause });
    }
  }
}
