/** A server that fails a test if a client sends a request that is not in its descriptions. */
import { afterEach, expect } from 'vitest';
import type { RecordedReply } from '../native/recorded-replies.ts';
import { recentReplies, useServer, type WatchedServer } from '../native/watched-server.ts';

/**
 * Called where the tests are described; returns a function that returns the server while they run. `isKnown` returns
 * whether a client is known to send such a request.
 */
export function useCustomerServer(isKnown: (reply: RecordedReply) => boolean = () => false): () => WatchedServer {
  const server = useServer();
  const recent = recentReplies(server);
  afterEach(() => {
    const strayed = recent().filter(({ operationId, status }) => operationId === undefined || status === 400);
    expect(strayed.filter((reply) => !isKnown(reply))).toEqual([]);
  });
  return server;
}
