/** A server whose every request must be one that its descriptions know: clients ask for nothing else. */
import { afterEach, expect } from 'vitest';
import { recentReplies, useServer, type WatchedServer } from '../native/watched-server.ts';

/** To be called where the tests are described; answers a function that gives the server while they run. */
export function useCustomerServer(): () => WatchedServer {
  const server = useServer();
  const recent = recentReplies(server);
  afterEach(() => {
    const strayed = recent().filter(({ operationId, status }) => operationId === undefined || status === 400);
    expect(strayed).toEqual([]);
  });
  return server;
}
