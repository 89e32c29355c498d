/** Starts a mock on a port of this machine, with the default limits of a server. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import published from '../../generated/openapi.json' with { type: 'json' };
import { descriptionAt } from '../contract/at-url.ts';
import type { OpenApiDocument } from '../contract/description.ts';
import type { Observe } from '../contract/replies/deliver.ts';
import { problemReply } from '../contract/replies/problems.ts';
import { createMock } from '../mock/create-mock.ts';
import { tellingWhatToUse } from '../mock/not-served.ts';
import { withIndex } from '../mock/with-index.ts';
import { connectionLimits } from '../server/connection-limits.ts';
import { createHttpServer, serve, type Handler } from '../server/http-server.ts';
import { requestLimits } from '../server/request-limits.ts';
import { readSettings } from '../server/settings.ts';
import { descriptions } from '../server/descriptions.ts';
import { failureForPeople } from '../web/failure-page.ts';

export interface MockOptions {
  /** 0 picks a free port. */
  readonly port: number;
  /** The description of the API; by default that of Larder. */
  readonly api?: OpenApiDocument;
  /** Called after each response. */
  readonly observe?: Observe;
}

export interface RunningMock {
  /** Without a slash at its end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Rejects with the error of `listen`, such as `EADDRINUSE`. */
export async function startMock({
  port,
  api = published,
  observe = () => undefined,
}: MockOptions): Promise<RunningMock> {
  const settings = readSettings({});
  const server = createHttpServer(settings.headersTimeout);
  const handler = Promise.withResolvers<Handler>();
  serve(
    server,
    connectionLimits(settings),
    (request, response) => void handler.promise.then((reply) => reply(request, response)),
  );
  const url = `http://127.0.0.1:${await listen(server, port)}`;
  try {
    const description = descriptionAt(api, url);
    const handle = withIndex(
      description,
      await createMock(description, {
        limits: requestLimits(settings),
        observe,
        failure: tellingWhatToUse(notMocked, problemReply),
        elsewhere: tellingWhatToUse(notMocked, failureForPeople),
      }),
      { url, observe },
    );
    handler.resolve((request, response) => void handle(request, response));
  } catch (error) {
    await close(server);
    throw error;
  }
  return { url, stop: () => close(server) };
}

/** They have no examples of indexes, which clients such as apt verify. */
const notMocked = descriptions.filter((description) => description !== published);

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // A server that listens on a port has an `AddressInfo`.
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** The mock stores nothing, so running requests are aborted. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
