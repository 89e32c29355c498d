/** Serves a description that a test made, by the glue, on a free port. */
import { createServer } from 'node:http';
import { createContract, type ContractOptions } from '../../src/contract/contract.ts';
import { readDescription, type OpenApiDocument } from '../../src/contract/description.ts';
import type { AnyOperation, Env } from '../../src/contract/operation.ts';
import type { ReplyEvent } from '../../src/contract/replies/deliver.ts';
import type { Resolvers } from '../../src/contract/service.ts';
import { listenLocally, type Listening } from '../fixtures/listen-locally.ts';

interface TestEnv extends Env {
  readonly caller: { readonly id?: string; readonly scopes: readonly string[] };
  readonly found: Readonly<Record<string, unknown>>;
}

export interface Served extends Listening {
  /** The events of the replies, in order. */
  readonly events: readonly ReplyEvent[];
}

/** Wide enough for what tests send, and short enough to wait for. */
export const limits: ContractOptions<TestEnv>['limits'] = {
  file: 1024 * 1024,
  body: 1024 * 1024,
  pace: { bytesPerSecond: 1, patience: 5000, longest: 5000 },
  drain: { bytes: 1024 * 1024, time: 1000 },
};

export interface Serving {
  readonly document: OpenApiDocument;
  readonly operations: Readonly<Record<string, AnyOperation>>;
  readonly authenticate: ContractOptions<TestEnv>['authenticate'];
  readonly resolvers?: Resolvers<TestEnv>;
}

/** All responses are compared with the description before they go out. */
export async function serveDescription({
  document,
  operations,
  authenticate,
  resolvers = {},
}: Serving): Promise<Served> {
  const events: ReplyEvent[] = [];
  const handle = createContract<TestEnv>({
    services: [{ description: readDescription(document), operations, resolvers }],
    context: undefined,
    authenticate,
    stage: () => Promise.reject(new Error('nothing is uploaded here')),
    limits,
    replies: { check: 'always' },
    observe: (event) => events.push(event),
  });
  const server = createServer((request, response) => void handle(request, response));
  return { ...(await listenLocally(server)), events };
}
