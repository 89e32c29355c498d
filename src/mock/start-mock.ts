/**
 * A server that answers with the contract's examples. Routes, credentials, parameters, bodies and errors are judged by
 * the glue that the real server has, so that both say the same to the same request; what is answered, Prism picks.
 */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { descriptionAt } from '../contract/at-url.ts';
import { createContract, type Handle } from '../contract/contract.ts';
import type { Observe } from '../contract/replies/deliver.ts';
import { readDescription, type OpenApiDocument } from '../contract/description.ts';
import { scopes } from '../model/limits.ts';
import { connectionLimits } from '../server/connection-limits.ts';
import { createHttpServer, serve, type Handler } from '../server/http-server.ts';
import { requestLimits } from '../server/request-limits.ts';
import { readSettings, type Settings } from '../server/settings.ts';
import api from '../../generated/openapi.json' with { type: 'json' };
import { createMockOperations } from './mock-operations.ts';
import { askingForExamples } from './preferences.ts';

export interface MockOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** Hears of every answer. */
  readonly observe?: Observe;
}

export interface RunningMock {
  /** Without a slash at its end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Rejects with the error of `listen`, such as one with the code `EADDRINUSE`. */
export async function startMock({ port, observe = () => undefined }: MockOptions): Promise<RunningMock> {
  const settings = readSettings({});
  const server = createHttpServer(settings.headersTimeout);
  const handler = Promise.withResolvers<Handler>();
  serve(
    server,
    connectionLimits(settings),
    (request, response) => void handler.promise.then((answer) => answer(request, response)),
  );
  const url = `http://127.0.0.1:${await listen(server, port)}`;
  try {
    const handle = await createHandle(descriptionAt(api, url), settings, observe);
    handler.resolve((request, response) => void handle(request, response));
  } catch (error) {
    await close(server);
    throw error;
  }
  return { url, stop: () => close(server) };
}

async function createHandle(document: OpenApiDocument, settings: Settings, observe: Observe): Promise<Handle> {
  return createContract({
    services: [
      {
        // Whoever writes a client against the mock is told of a parameter that is misspelt, which the server ignores.
        description: readDescription({ ...askingForExamples(document), 'x-ignores-unknown-query': false }),
        operations: await createMockOperations(document),
        resolvers: {},
      },
    ],
    context: undefined,
    // Any credentials of the right kind will do, for everything.
    authenticate: () => Promise.resolve({ scopes }),
    stage: forget,
    limits: requestLimits(settings),
    // What Prism makes up for `dynamic=true` need not keep to the contract.
    answers: { check: 'sampled', share: 0 },
    observe,
  });
}

/** Reads an uploaded file to its end, and keeps nothing of it. */
async function forget(content: AsyncIterable<Uint8Array>): Promise<{ discard(): Promise<void> }> {
  for await (const _ of content);
  return { discard: () => Promise.resolve() };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // A server on a port has an address of this kind.
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Nobody has anything to lose here: what still runs is cut off. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
