/** Assembles the server, in the order in which a request passes its parts, and stops it again. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import builtInApi from '../../generated/openapi.json' with { type: 'json' };
import type { OpenApiDocument } from '../contract/description.ts';
import type { Observe } from '../contract/replies/deliver.ts';
import { prepareRefusals } from '../contract/validation/full-check.ts';
import { ecosystemsOf, modules as builtIn, type Modules } from './ecosystems.ts';
import { createReadings } from '../registry/reading/readings.ts';
import { createCompanions } from '../registry/documents/companions.ts';
import { checkEntries } from '../registry/check-entries.ts';
import { prepareOrganization, SecretTaken, type FirstStart } from '../registry/first-start.ts';
import type { Larder } from '../registry/larder.ts';
import { createTokenUses } from '../registry/token-uses.ts';
import { keepShortReads } from '../storage/keep-short-reads.ts';
import { openFileBlobStore } from '../storage/file-blob-store.ts';
import { connectionLimits } from './connection-limits.ts';
import { createApp } from './create-app.ts';
import { debugLog } from './debug-log.ts';
import { descriptions } from './descriptions.ts';
import { endsWithin } from './ends-within.ts';
import { createExchanges } from './exchanges.ts';
import { createHttpServer, serve, type Handler } from './http-server.ts';
import { prepareToClose } from './close-server.ts';
import type { Log } from './log.ts';
import { startHousekeeping } from './housekeeping.ts';
import { openCatalog } from './open-catalog.ts';
import { logRefused, observeReplies } from './observe-replies.ts';
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
  /** Notes for the operator. */
  readonly notes: readonly string[];
  /** Returns the number of checked responses that violated the contract since the start. */
  violations(): number;
  /** Returns the number of open connections. */
  openConnections(): Promise<number>;
  /**
   * Accepts no more requests, finishes the running ones, and closes everything, within the time limit of the settings.
   */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Called with every response, like the log. */
  readonly hear?: Observe | undefined;
  /** Replaces the built-in ecosystems. */
  readonly modules?: Modules | undefined;
  /** Replaces the description of the API, whose enum has the ids of the ecosystems. */
  readonly api?: OpenApiDocument | undefined;
}

/** Throws `UnusableSettings` if the data folder, the database or the address cannot be used. */
export async function startServer(
  settings: Settings,
  log: Log,
  { hear, modules = builtIn, api = builtInApi }: StartOptions = {},
): Promise<RunningServer> {
  const ecosystems = ecosystemsOf(modules);
  const readings = createReadings(settings.inspectTimeout);
  const larder = await openLarder(settings, { ecosystems, read: readings.read });
  const exchanges = createExchanges();
  const { observe, violations } = observeReplies(log, exchanges);
  const uses = createTokenUses(larder, (error) => log.warn({ err: error }, 'cannot store the last use of a token'));
  const server = createHttpServer(settings.headersTimeout);
  const close = prepareToClose(server);
  const app = Promise.withResolvers<Handler>();
  serve(
    server,
    connectionLimits(settings),
    (request, response) => void app.promise.then((reply) => reply(request, response)),
    {
      onClose: (reason, { remoteAddress }) => log.warn({ remoteAddress }, `closed a connection: ${reason}`),
      onRefuse: (refused) => logRefused(log, refused),
    },
  );
  try {
    // Listen first: if the start fails, no token must have been created, because its secret would never be shown.
    const address = await listen(server, settings);
    const first = await prepare(larder, settings);
    if (larder.catalog.wasMigrated(enforcesPolicies)) {
      const policies = await larder.catalog.registries.countPolicies();
      if (policies > 0) log.warn({ policies }, `${policies} stored OIDC policies are enforced from now on`);
    }
    const leftOut = await checkEntries(larder);
    if (leftOut > 0) log.warn({ leftOut }, 'packages are left out of an index; `larder check` lists them');
    const { url, note } = publicUrl(settings, address);
    const notes = [
      ...(note === undefined ? [] : [note]),
      ...startNotes(settings, first, url),
      ...(await notesOnReservedSlugs(larder.catalog)),
    ];
    app.resolve(
      createApp(larder, url, settings, {
        modules,
        api,
        observe: (event) => {
          observe(event);
          hear?.(event);
        },
        trace: debugLog(log),
        uses,
        exchanges,
      }),
    );
    const housekeeping = startHousekeeping(larder, log, settings.housekeepingPause);
    log.info({ url, dataDir: settings.dataDir }, 'ready');
    readings.prepare(ecosystems);
    prepareAllRefusals().catch((error: unknown) =>
      log.warn({ err: error }, 'cannot prepare express-openapi-validator; it is loaded with the first rejection'),
    );
    const stop = async (): Promise<void> => {
      log.info('stopping');
      // Aborted requests need some time to end, and so does the process.
      const inTime = await endsWithin(settings.stopTimeout * 0.95, async () => {
        await Promise.all([close(settings.stopTimeout * 0.9), housekeeping.stop()]);
        readings.stop();
        await uses.settle();
        await closeLarder(larder);
      });
      if (inTime) log.info('stopped');
      else log.warn('stopped before all work was finished; the next start continues it');
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
 * Loads the validator that explains rejections, so that no request waits for it. Loading takes as much processor time
 * as the start, so the first requests of waiting clients come first.
 */
async function prepareAllRefusals(): Promise<void> {
  await pause(firstRequests, undefined, { ref: false });
  for (const description of descriptions) await prepareRefusals(description);
}

/** In milliseconds. */
const firstRequests = 5000;

/** Before this migration, policies were stored but not enforced. */
const enforcesPolicies = '0013-oidc-publishers';

async function openLarder(settings: Settings, reading: Pick<Larder, 'ecosystems' | 'read'>): Promise<Larder> {
  const { dataDir: folder } = settings;
  await prepareDataFolder(folder);
  const blobs = keepShortReads(await openFileBlobStore({ folder: path.join(folder, 'blobs') }));
  const catalog = await openCatalog(settings).catch(async (error: unknown) => {
    await blobs.close();
    throw error;
  });
  const { reuseHours, uploadLifetime, finishedUploadLifetime, maxPackageSize, sparseImages, rpmCompression } = settings;
  const blobGrace = settings.blobGrace * 1000;
  const reservedRegistrySlugs = reservedSlugs.registry;
  return {
    catalog,
    [writable]: catalog,
    blobs,
    companions: createCompanions(() => performance.now()),
    ...reading,
    reuseHours,
    uploadLifetime,
    finishedUploadLifetime,
    acceptsSparseImages: sparseImages,
    indexCompression: rpmCompression,
    blobGrace,
    maxPackageSize,
    reservedRegistrySlugs,
  };
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
    // A server that listens on a port has an `AddressInfo`.
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

function unusableAddress(cause: NodeJS.ErrnoException, host: string, port: number): UnusableSettings {
  switch (cause.code) {
    case 'EADDRINUSE':
      return new UnusableSettings(
        `LARDER_PORT is ${port}, which is already in use. Set it to a free port, or to 0 to pick one.`,
        { cause },
      );
    case 'EACCES':
      return new UnusableSettings(
        `LARDER_PORT is ${port}, which this user is not allowed to use. Set it to a port above 1023.`,
        {
          cause,
        },
      );
    default: {
      const right = `an address of this machine (${cause.message})`;
      return new UnusableSettings(`LARDER_HOST is ${JSON.stringify(host)}; it must be ${right}.`, { cause });
    }
  }
}
