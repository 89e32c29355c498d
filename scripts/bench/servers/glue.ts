/**
 * The contract with all operations of the API, and nothing behind it: callers from a constant table, operations that
 * answer examples. The argument says how many times the operations are to be there, under other paths.
 */
import express from 'express';
import { createContract } from '../../../src/contract/contract.ts';
import { readDescription, type OpenApiDocument } from '../../../src/contract/description.ts';
import type { AnyOperation } from '../../../src/contract/operation.ts';
import api from '../../../generated/openapi.json' with { type: 'json' };
import { exampleList, examplePackage, linkHeader, secret } from './example-replies.ts';
import { listen } from './listen.ts';

const times = Number(process.argv[2] ?? 1);
const description = readDescription(repeated(api, times));
const scopes = api.components.schemas.Scope.enum;
const callers = new Map([[secret, { scopes }]]);

const replies: Readonly<Record<string, AnyOperation>> = {
  getPackage: () => ({ status: 200, body: examplePackage }),
  listPackages: () => ({ status: 200, headers: { Link: linkHeader }, body: exampleList }),
};
const nothing: AnyOperation = () => Promise.reject(new Error('nobody asks for this'));

const handle = createContract<{
  readonly caller: { readonly scopes: readonly string[] };
  readonly found: object;
  readonly context: undefined;
  readonly staged: never;
}>({
  services: [
    {
      description,
      operations: Object.fromEntries(description.operations.map(({ id }) => [id, replies[id] ?? nothing])),
      resolvers: {},
    },
  ],
  context: undefined,
  authenticate: async (given) => callers.get(given),
  stage: () => Promise.reject(new Error('nothing is uploaded here')),
  limits: {
    file: 1,
    body: 1024 * 1024,
    pace: { bytesPerSecond: 1000, patience: 30_000, longest: 60_000 },
    drain: { bytes: 1024 * 1024, time: 2000 },
  },
  replies: { check: 'sampled', share: 0.01 },
  observe: () => undefined,
});

// As the server does it.
const app = express().disable('x-powered-by').disable('etag');
listen(app.use((request, response) => handle(request, response)));

/** The same operations again and again, each time under another prefix. */
function repeated(document: OpenApiDocument, count: number): OpenApiDocument {
  const copies = Array.from({ length: count - 1 }, (_, at) => at + 1).flatMap((copy) =>
    Object.entries(document.paths).map(([path, item]) => [
      `/v3x${copy}${path.replace(/^\/v2/, '')}`,
      renamed(item, copy),
    ]),
  );
  return { ...document, paths: { ...document.paths, ...Object.fromEntries(copies) } };
}

function renamed(item: Readonly<Record<string, unknown>>, copy: number): Record<string, unknown> {
  const entries = Object.entries(item).map(([key, value]) => [
    key,
    isOperation(value) ? { ...value, operationId: `${value.operationId}${copy}` } : value,
  ]);
  return Object.fromEntries(entries);
}

function isOperation(value: unknown): value is { readonly operationId: string } {
  return typeof value === 'object' && value !== null && 'operationId' in value;
}
