/**
 * A contract that has nothing to do with packages, served by the same glue: what the glue does must not depend on any
 * operation of ours, and here answers can be made as wrong as a test needs them.
 */
import { createServer } from 'node:http';
import { createContract } from '../../src/contract/contract.ts';
import type { ReplyEvent, ReplyPolicy } from '../../src/contract/replies/deliver.ts';
import { readDescription, type OpenApiDocument } from '../../src/contract/description.ts';
import type { AnyReply, AnyOperation, Env } from '../../src/contract/operation.ts';
import { listenLocally } from '../fixtures/listen-locally.ts';

export interface Shop extends AsyncDisposable {
  readonly url: string;
  /** What was observed of the answers, in their order. */
  readonly events: readonly ReplyEvent[];
}

interface ShopEnv extends Env {
  readonly caller: { readonly scopes: readonly string[] };
  readonly found: object;
}

/** What every response has, whatever the operation does. */
export const standing = {
  'Cache-Control': { required: true, schema: { enum: ['private, no-cache', 'no-store'] } },
  'X-Content-Type-Options': { required: true, schema: { const: 'nosniff' } },
  'X-Request-Id': { required: true, schema: { type: 'string', format: 'uuid' } },
};

export const shopDescription: OpenApiDocument = {
  openapi: '3.1.1',
  info: { title: 'A shop', version: '1' },
  security: [{ token: ['buy'] }],
  paths: {
    '/apples/{apple}': {
      parameters: [{ name: 'apple', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        operationId: 'getApple',
        responses: {
          200: {
            description: 'An apple.',
            headers: { ...standing, Weight: { required: true, schema: { type: 'integer', minimum: 1 } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Apple' } } },
          },
          404: {
            description: 'None.',
            headers: standing,
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Apple: {
        type: 'object',
        required: ['colour'],
        properties: {
          colour: { type: 'string', enum: ['red', 'green'] },
          // What later versions may add is in no answer of this one.
          seller: { type: 'object', unevaluatedProperties: true, properties: { name: { type: 'string' } } },
        },
      },
      Problem: {
        type: 'object',
        required: ['message'],
        properties: { type: {}, title: {}, status: {}, detail: {}, message: { type: 'string' }, request_id: {} },
      },
    },
  },
};

export const goodApple: AnyReply = { status: 200, headers: { Weight: 100 }, body: { colour: 'red' } };

/** Serves the shop on a free port; every request with a token gets what `getApple` answers. */
export async function openShop(
  getApple: AnyOperation,
  replies: ReplyPolicy,
  description = shopDescription,
): Promise<Shop> {
  const events: ReplyEvent[] = [];
  const handle = createContract<ShopEnv>({
    services: [{ description: readDescription(description), operations: { getApple }, resolvers: {} }],
    context: undefined,
    authenticate: async (secret) => ({ scopes: secret.split(',') }),
    stage: () => Promise.reject(new Error('nothing is uploaded here')),
    limits: {
      file: 1,
      body: 1,
      pace: { bytesPerSecond: 1, patience: 1000, longest: 1000 },
      drain: { bytes: 1, time: 1 },
    },
    replies,
    observe: (event) => events.push(event),
  });
  const server = createServer((request, response) => void handle(request, response));
  return { ...(await listenLocally(server)), events };
}
