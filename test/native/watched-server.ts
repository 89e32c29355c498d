/** One server for all tests of a file; each of its replies must be as the contract describes it. */
import type { EcosystemId } from '../../src/model/values.ts';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { StartOptions } from '../../src/server/start-server.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { recordReplies, type RecordedReply } from './recorded-replies.ts';

export interface WatchedServer extends TestServer {
  /** All replies until now, in order. */
  readonly replies: readonly RecordedReply[];
  /** Sends a request as native clients do, without credentials unless the headers have some. */
  native(path: string, init?: RequestInit): Promise<Response>;
  /** The headers of a caller with the server's own token. */
  readonly authorized: { readonly Authorization: string };
}

/** Called where the tests are described; returns a function that returns the server while they run. */
export function useServer({ modules, api }: Pick<StartOptions, 'modules' | 'api'> = {}): () => WatchedServer {
  let server: WatchedServer | undefined;
  const running = (): WatchedServer => {
    if (!server) throw new Error('The server runs only while tests do.');
    return server;
  };
  const recent = recentReplies(running);
  beforeAll(async () => {
    const { log, replies } = recordReplies();
    const started = await startTestServer({}, log, modules, api);
    server = {
      ...started,
      replies,
      native: (path, init) => fetch(`${started.url}/${path}`, init),
      authorized: { Authorization: `Bearer ${started.token}` },
    };
  });
  afterEach(() => {
    expect(running().violations()).toBe(0);
    expect(recent().filter(({ status }) => status >= 500)).toEqual([]);
  });
  afterAll(async () => server?.[Symbol.asyncDispose]());
  return running;
}

/** Returns a function that returns the replies since its last call, so that each test checks only its own. */
export function recentReplies(server: () => WatchedServer): () => readonly RecordedReply[] {
  let seen = 0;
  return () => {
    const recent = server().replies.slice(seen);
    seen += recent.length;
    return recent;
  };
}

let made = 0;

/** Creates an empty registry and returns its unique slug. */
export async function newRegistry(
  server: TestServer,
  ecosystem: EcosystemId,
  { isPublic = true }: { readonly isPublic?: boolean } = {},
): Promise<string> {
  made += 1;
  const slug = `${ecosystem.replaceAll('_', '-')}-${made}`;
  const { status } = await createRegistry(server, slug, ecosystem, { public: isPublic });
  expect(status).toBe(200);
  return slug;
}
