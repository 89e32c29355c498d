/** Measurements of a request and its response, for the log: addresses, duration and bytes. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Exchange {
  /** The address at the other end of the connection. */
  readonly remoteAddress: string | undefined;
  /** The client's address if the other end is a trusted proxy that forwards it. */
  readonly clientAddress: string | undefined;
  /** In milliseconds, until now. */
  readonly duration: number;
  /** The bytes sent until now, including headers. */
  readonly bytes: number;
}

export interface Exchanges {
  /**
   * Must be called when the server starts to handle a request. `client` is the address that trusted proxies forward.
   */
  begin(request: IncomingMessage, response: ServerResponse, client: string | undefined): void;
  /** Returns undefined for a response that has not started. */
  of(response: ServerResponse): Exchange | undefined;
}

/** A connection sends one response at a time, so all bytes that it sends meanwhile belong to that response. */
export function createExchanges(): Exchanges {
  const begun = new WeakMap<ServerResponse, () => Exchange>();
  return {
    begin: ({ socket }, response, client) => {
      // A closed socket no longer has its address.
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

/** In characters. A proxy may forward text that is not an address. */
const longestAddress = 100;
