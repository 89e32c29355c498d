/**
 * The contract with all operations of the API, with callers from a constant table and operations that return examples.
 * The argument is the number of copies of the operations, each with other paths.
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
const notCalled: AnyOperation = () => Promise.reject(new Error('The bench does not call this operation.'));

const handle = createContract<{
  readonly caller: { readonly scopes: readonly string[] };
  readonly found: object;
  readonly context: undefined;
  readonly staged: never;
}>({
  services: [
    {
      description,
      operations: Object.fromEntries(description.operations.map(({ id }) => [id, replies[id] ?? notCalled])),
      resolvers: {},
    },
  ],
  context: undefined,
  authenticate: async (given) => callers.get(given),
  stage: () => Promise.reject(new Error('The bench uploads nothing here.')),
  limits: {
    file: 1,
    body: 1024 * 1024,
    pace: { bytesPerSecond: 1000, patience: 30_000, longest: 60_000 },
    drain: { bytes: 1024 * 1024, time: 2000 },
  },
  replies: { check: 'sampled', share: 0.01 },
  observe: () => undefined,
});

// Like the server.
const app = express().disable('x-powered-by').disable('etag');
listen(app.use((request, response) => handle(request, response)));

/** Returns the description with copies of its operations, each copy with another path prefix. */
function repeated(document: OpenApiDocument, count: number): OpenApiDocument {
  const paths = { ...document.paths };
  for (let copy = 1; copy < count; copy++) {
    for (const [path, item] of Object.entries(document.paths)) {
      const text = JSON.stringify(item).replaceAll(/"operationId":"(\w+)"/g, `"operationId":"$1${copy}"`);
      paths[`/v3x${copy}${path.replace(/^\/v2/, '')}`] = JSON.parse(text) as typeof item;
    }
  }
  return { ...document, paths };
}
