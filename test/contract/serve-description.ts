/** Serves a description that a test made, by the glue, on a free port. */
import { createServer } from 'node:http';
import { createContract, type ContractOptions } from '../../src/contract/contract.ts';
import { readDescription, type OpenApiDocument } from '../../src/contract/description.ts';
import type { AnyOperation, Surroundings } from '../../src/contract/operation.ts';
import type { AnswerEvent } from '../../src/contract/replies/deliver.ts';
import type { Resolvers } from '../../src/contract/service.ts';
import { listenLocally, type Listening } from '../fixtures/listen-locally.ts';

interface TestSurroundings extends Surroundings {
  readonly caller: { readonly id?: string; readonly scopes: readonly string[] };
  readonly found: Readonly<Record<string, unknown>>;
}

export interface Served extends Listening {
  /** Of the responses, in their order. */
  readonly events: readonly AnswerEvent[];
}

/** Wide enough for what tests send, and short enough to wait for. */
export const limits: ContractOptions<TestSurroundings>['limits'] = {
  file: 1024 * 1024,
  body: 1024 * 1024,
  pace: { bytesPerSecond: 1, patience: 5000, longest: 5000 },
  drain: { bytes: 1024 * 1024, time: 1000 },
};

export interface Serving {
  readonly document: OpenApiDocument;
  readonly operations: Readonly<Record<string, AnyOperation>>;
  readonly authenticate: ContractOptions<TestSurroundings>['authenticate'];
  readonly resolvers?: Resolvers<TestSurroundings>;
}

/** All responses are compared with the description before they go out. */
export async function serveDescription({
  document,
  operations,
  authenticate,
  resolvers = {},
}: Serving): Promise<Served> {
  const events: AnswerEvent[] = [];
  const handle = createContract<TestSurroundings>({
    services: [{ description: readDescription(document), operations, resolvers }],
    context: undefined,
    authenticate,
    stage: () => Promise.reject(new Error('nothing is uploaded here')),
    limits,
    answers: { check: 'always' },
    observe: (event) => events.push(event),
  });
  const server = createServer((request, response) => void handle(request, response));
  return { ...(await listenLocally(server)), events };
}
