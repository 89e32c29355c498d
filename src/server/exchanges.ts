/** Measurements of a request and its response, for the log: addresses, duration and bytes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface Exchange {
  /** The address at the other end of the connection. */
  readonly remoteAddress: string | undefined;
  /** The client's address if the other end is a trusted proxy that forwards it. */
  readonly clientAddress: string | undefined;
  /** In milliseconds, until now. */
  readonly duration: number;
  /**
   * The bytes received until now, including headers. Pipelined requests are counted with the first of them.
   */
  readonly bytesIn: number;
  /** The bytes sent until now, including headers. */
  readonly bytesOut: number;
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
  /** The bytes that a connection had read when its last response ended. */
  const readBefore = new WeakMap<Socket, number>();
  return {
    begin: ({ socket }, response, client) => {
      // A closed socket no longer has its address.
      const { remoteAddress, bytesWritten } = socket;
      const bytesRead = readBefore.get(socket) ?? 0;
      // The next request may arrive before `of` is called.
      let end: number | undefined;
      response.once('close', () => readBefore.set(socket, (end = socket.bytesRead)));
      const at = performance.now();
      const clientAddress = client === remoteAddress ? undefined : client?.slice(0, longestAddress);
      begun.set(response, () => ({
        remoteAddress,
        clientAddress,
        duration: performance.now() - at,
        bytesIn: (end ?? socket.bytesRead) - bytesRead,
        bytesOut: socket.bytesWritten - bytesWritten,
      }));
    },
    of: (response) => begun.get(response)?.(),
  };
}

/** In characters. A proxy may forward text that is not an address. */
const longestAddress = 100;
