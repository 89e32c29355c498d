/** A contract whose operations take bytes, served by the same glue and HTTP server as ours, with stages that can fail. */
import { createHash } from 'node:crypto';
import { createContract } from '../../src/contract/contract.ts';
import { readDescription, type OpenApiDocument } from '../../src/contract/description.ts';
import type { AnyOperation, Env } from '../../src/contract/operation.ts';
import type { ReplyEvent } from '../../src/contract/replies/deliver.ts';
import { createHttpServer, serve } from '../../src/server/http-server.ts';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { shopDescription, standing } from './tiny-shop.ts';

/** Bytes that were received, with what became of them. */
export interface StagedBytes {
  readonly size: number;
  readonly sha256: string;
  discard(): Promise<void>;
}

export interface BytesShop extends AsyncDisposable {
  readonly url: string;
  readonly events: readonly ReplyEvent[];
  /** How many bytes each stage has got so far, in the order of their beginnings. */
  readonly stages: readonly number[];
  /** How many stages are under way, or were finished and not discarded. */
  held(): number;
}

interface BytesShopEnv extends Env {
  readonly caller: { readonly scopes: readonly string[] };
  readonly staged: StagedBytes;
}

export interface BytesShopOptions {
  /** In bytes. */
  readonly file?: number;
  readonly body?: number;
  /** In milliseconds: for how long a body may stall. */
  readonly patience?: number;
  /** Called with each piece before it counts; may throw. */
  readonly onPiece?: (received: number) => void;
}

/** Serves the operations on a free port; every request with a token may do everything. */
export async function openBytesShop(
  document: OpenApiDocument,
  operations: Readonly<Record<string, AnyOperation>>,
  { file = 1024 * 1024, body = 64 * 1024, patience = 30_000, onPiece }: BytesShopOptions = {},
): Promise<BytesShop> {
  const events: ReplyEvent[] = [];
  const stages: number[] = [];
  let held = 0;
  const stage = async (content: AsyncIterable<Uint8Array>): Promise<StagedBytes> => {
    const index = stages.push(0) - 1;
    const digest = createHash('sha256');
    let size = 0;
    held += 1;
    try {
      for await (const piece of content) {
        onPiece?.(size);
        digest.update(piece);
        size += piece.byteLength;
        stages[index] = size;
      }
    } catch (error) {
      held -= 1;
      throw error;
    }
    let isHeld = true;
    const discard = (): Promise<void> => {
      held -= isHeld ? 1 : 0;
      isHeld = false;
      return Promise.resolve();
    };
    return { size, sha256: digest.digest('hex'), discard };
  };
  const handle = createContract<BytesShopEnv>({
    services: [{ description: readDescription(document), operations, resolvers: {} }],
    context: undefined,
    authenticate: async (secret) => ({ scopes: secret.split(',') }),
    stage,
    limits: {
      file,
      body,
      pace: { bytesPerSecond: 1, patience, longest: 120_000 },
      drain: { bytes: 16 * 1024 * 1024, time: 10_000 },
    },
    replies: { check: 'always' },
    observe: (event) => events.push(event),
  });
  const server = createHttpServer(30_000);
  serve(
    server,
    { most: 100, patience: 60_000, longest: 60_000 },
    (request, response) => void handle(request, response),
  );
  return { ...(await listenLocally(server)), events, stages, held: () => held };
}

/** One operation for each request body, `PUT /{operationId}`, that returns any JSON. */
export function describedBodies(
  bodies: Readonly<Record<string, object>>,
  schemas: Readonly<Record<string, object>> = {},
): OpenApiDocument {
  const problem = {
    description: 'A problem.',
    headers: { ...standing, 'WWW-Authenticate': { schema: { type: 'string' } } },
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  const problems = Object.fromEntries([400, 401, 403, 408, 413, 415, 500, 507].map((status) => [status, problem]));
  const ok = { description: 'The received body.', headers: standing, content: { 'application/json': { schema: {} } } };
  const { components = {} } = shopDescription;
  return {
    ...shopDescription,
    'x-cross-origin': true,
    paths: Object.fromEntries(
      Object.entries(bodies).map(([operationId, requestBody]) => [
        `/${operationId}`,
        { put: { operationId, requestBody, responses: { 200: ok, ...problems } } },
      ]),
    ),
    components: { ...components, schemas: { ...schemas, Problem: { type: 'object', additionalProperties: true } } },
  };
}

export const bytes = { type: 'string', format: 'binary' };

/** Returns the body, with the digest, the name and the media type in the place of each upload. */
export const echo: AnyOperation = ({ body }: { readonly body: unknown }) => ({
  status: 200,
  body: { body: shown(body) },
});

function shown(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(shown);
  if ('staged' in value) {
    const { staged, ...upload } = value as { readonly staged: StagedBytes };
    return { ...upload, size: staged.size, sha256: staged.sha256 };
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shown(part)]));
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export const authorization = { Authorization: 'Bearer buy' };
