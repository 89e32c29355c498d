/** Limits the number of connections of an HTTP server, and how long each may keep the server waiting. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { takeTurns, type Turns } from './turns.ts';

export interface ConnectionLimits {
  /** The maximum number of open connections. */
  readonly most: number;
  /** In milliseconds: how long a client may read nothing of a waiting response. */
  readonly patience: number;
  /** In milliseconds: how long a response may take from its first byte to its last. */
  readonly longest: number;
}

export type Closed = 'its client read nothing' | 'its response took too long' | 'too many connections are open';

/**
 * Applies the limits to the connections of `server`. Returns a function that returns the turns of a connection. Must be
 * called before the first connection. `onClose` is called with each connection that a limit closes.
 */
export function limitConnections(
  server: Server,
  { most, patience, longest }: ConnectionLimits,
  onClose: (reason: Closed, socket: Socket) => void,
): (socket: Duplex) => Turns | undefined {
  const open = new Map<Duplex, Connection>();
  const close = (reason: Closed, socket: Socket): void => {
    onClose(reason, socket);
    open.delete(socket);
    socket.destroy();
  };

  // Connections beyond the spare ones, which cover those that are still closing, are cheapest if Node drops them.
  server.maxConnections = most + spare;
  server.on('connection', (socket) => {
    if (open.size >= most) {
      const dispensable = longestIdle(open.values())?.socket ?? socket;
      close('too many connections are open', dispensable);
      if (dispensable === socket) return;
    }
    open.set(socket, { socket, turns: takeTurns(socket) });
    socket.once('close', () => open.delete(socket));
  });
  // Node calls this after `patience` without a byte in either direction.
  server.setTimeout(patience, (socket) => {
    const connection = open.get(socket);
    if (!connection) socket.destroy();
    else if (connection.turns.current() && socket.writableLength > 0) close('its client read nothing', socket);
    // The connection was kept alive for another request. If a first request does not arrive, the response is a 408.
    else if (!connection.turns.current() && connection.turns.latest()) socket.destroy();
  });
  const sweep = setInterval(
    () => {
      const now = performance.now();
      for (const connection of open.values()) {
        if (now - sendingSince(connection, now) > longest) close('its response took too long', connection.socket);
      }
    },
    Math.min(Math.max(longest / 10, 10), 10_000),
  ).unref();
  server.once('close', () => clearInterval(sweep));
  return (socket) => open.get(socket)?.turns;
}

interface Connection {
  readonly socket: Socket;
  readonly turns: Turns;
  /** The response that the last sweep found running, and its first sighting. */
  sending?: { readonly response: object; readonly since: number };
}

/** Returns when the running response was first seen, on the clock of `performance.now()`; `now` if there is none. */
function sendingSince(connection: Connection, now: number): number {
  const response = connection.turns.current();
  if (!response?.headersSent) return now;
  if (connection.sending?.response !== response) connection.sending = { response, since: now };
  return connection.sending.since;
}

/** Returns the connection that has been idle longest; undefined if none has been idle for a second. */
function longestIdle(connections: Iterable<Connection>): Connection | undefined {
  let [longest, since]: [Connection | undefined, number] = [undefined, performance.now() - grace];
  for (const connection of connections) {
    const { turns } = connection;
    if (turns.current() || turns.idleSince() > since) continue;
    [longest, since] = [connection, turns.idleSince()];
  }
  return longest;
}

const spare = 64;
/** In milliseconds: a new connection is not idle, because its first request is still arriving. */
const grace = 1000;
