/**
 * Serves the requests of a connection one after the other, in their order. RFC 9112, section 9.3.2, lets a server handle
 * together only requests with safe methods, and Node would handle together all that one read of the socket holds.
 */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The turns of one connection. */
export interface Turns {
  /** Calls `begin` when the responses to all earlier requests are out. What follows is not parsed before `response` is. */
  take(response: ServerResponse, begin: () => void): void;
  /** Calls `last` when the responses to all earlier requests are out, and drops all that the client sends from now on. */
  end(last: () => void): void;
  /** Returns the response that is under way, or undefined if there is none. */
  current(): ServerResponse | undefined;
  /** Returns the response to the last request that was parsed, which may be out, or undefined if there was none. */
  latest(): ServerResponse | undefined;
  /** Returns when the last response ended, or else the connection began, as `performance.now()` has it. */
  idleSince(): number;
}

interface Turn {
  readonly response: ServerResponse | undefined;
  readonly begin: () => void;
}

/** Takes over the reading of `socket`, which belongs to an HTTP server and has not been read yet. */
export function takeTurns(socket: Socket): Turns {
  const parse = socket.listeners('data');
  const waiting: Turn[] = [];
  let current: ServerResponse | undefined;
  let latest: ServerResponse | undefined;
  let unread: Buffer = nothing;
  let idleSince = performance.now();
  let isHolding = false;
  let hasEnded = false;

  // A listener makes Node read the socket through its events, and no longer from inside of its parser.
  socket.on('data', (bytes: Buffer) => {
    unread = unread.byteLength === 0 ? bytes : Buffer.concat([unread, bytes]);
    advance();
  });
  for (const listener of parse) socket.off('data', listener as (bytes: Buffer) => void);

  /** Whether a whole request waits for its response. Of one whose body is not complete, the body is next. */
  const holds = (): boolean => waiting.length > 0 || (current !== undefined && latest?.req.complete === true);

  /** Whether the last response is out or under way. What the client sends after that is read and dropped. */
  const isOver = (): boolean => hasEnded || !socket.writable;

  function advance(): void {
    while (unread.byteLength > 0 && !isOver() && !holds()) {
      const bytes = unread.subarray(0, portion(unread));
      unread = unread.subarray(bytes.byteLength);
      for (const listener of parse) listener.call(socket, bytes);
    }
    if (isOver()) unread = nothing;
    if (unread.byteLength > 0) {
      isHolding = true;
      socket.pause();
    } else if (isHolding) {
      isHolding = false;
      socket.resume();
    }
  }

  function begin({ response, begin: start }: Turn): void {
    current = response;
    response?.once('close', () => {
      current = undefined;
      idleSince = performance.now();
      // The others come between: a client that sends a thousand requests waits for all of them, and nobody else does.
      if (waiting.length > 0 || unread.byteLength > 0) setImmediate(next);
      else advance();
    });
    start();
  }

  function next(): void {
    const turn = current === undefined && socket.writable ? waiting.shift() : undefined;
    if (turn) begin(turn);
    advance();
  }

  function inTurn(turn: Turn): void {
    if (current !== undefined || waiting.length > 0) waiting.push(turn);
    else begin(turn);
  }

  return {
    take: (response, start) => {
      latest = response;
      inTurn({ response, begin: start });
    },
    end: (last) => {
      hasEnded = true;
      inTurn({ response: undefined, begin: last });
    },
    current: () => current,
    latest: () => latest,
    idleSince: () => idleSince,
  };
}

/**
 * How many bytes are parsed together: up to the end of a head, and so at most one head. It is found without parsing, for
 * an empty line ends every head (RFC 9112, section 2.1), and one inside of a body only makes the portion smaller.
 */
function portion(bytes: Buffer): number {
  const at = bytes.indexOf(emptyLine);
  return at < 0 ? bytes.byteLength : at + emptyLine.byteLength;
}

const emptyLine = Buffer.from('\r\n\r\n');
const nothing = Buffer.alloc(0);
