/** What is known of a request and its response beside what they say: who sent it, how long it took, how much was sent. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Exchange {
  /** The address at the other end of the connection. */
  readonly remoteAddress: string | undefined;
  /** The client's address if the other end is a trusted proxy that names it. */
  readonly clientAddress: string | undefined;
  /** In milliseconds, so far. */
  readonly duration: number;
  /** What was sent so far, with headers. */
  readonly bytes: number;
}

export interface Exchanges {
  /** Must be called when the server begins to handle a request. `client` is the address that trusted proxies name. */
  begin(request: IncomingMessage, response: ServerResponse, client: string | undefined): void;
  /** Returns undefined for a response that has not begun. */
  of(response: ServerResponse): Exchange | undefined;
}

/** One response of a connection is under way at a time, so what the connection sends meanwhile is the response. */
export function createExchanges(): Exchanges {
  const begun = new WeakMap<ServerResponse, () => Exchange>();
  return {
    begin: ({ socket }, response, client) => {
      // It forgets its address when it closes.
      const { remoteAddress, bytesWritten } = socket;
      const at = performance.now();
      const clientAddress = client === remoteAddress ? undefined : client?.slice(0, longestAddress);
      begun.set(response, () => ({
        remoteAddress,
        clientAddress,
        duration: performance.now() - at,
        bytes: socket.bytesWritten - bytesWritten,
      }));
    },
    of: (response) => begun.get(response)?.(),
  };
}

/** In characters: what a proxy passes on may be no address. */
const longestAddress = 100;
