/**
 * A contract that has nothing to do with packages, with the same glue: its behavior must not depend on any of our
 * operations, and replies can be as wrong as a test needs them.
 */
import { createServer } from 'node:http';
import { createContract } from '../../src/contract/contract.ts';
import type { ReplyEvent, ReplyPolicy } from '../../src/contract/replies/deliver.ts';
import { readDescription, type OpenApiDocument } from '../../src/contract/description.ts';
import type { AnyReply, AnyOperation, Env } from '../../src/contract/operation.ts';
import { listenLocally } from '../fixtures/listen-locally.ts';

export interface Shop extends AsyncDisposable {
  readonly url: string;
  /** The events of the replies, in order. */
  readonly events: readonly ReplyEvent[];
}

interface ShopEnv extends Env {
  readonly caller: { readonly scopes: readonly string[] };
  readonly found: object;
}

/** The headers of every response of every operation. */
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
          // Values that later versions may add are not in a response of this one.
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

/** Serves the shop on a free port; every request with a token gets the result of `getApple`. */
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
