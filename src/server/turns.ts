/**
 * Serves the requests of a connection one after the other, in their order. RFC 9112, section 9.3.2, lets a server handle
 * together only requests with safe methods, and Node would handle together all that one read of the socket holds.
 */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { measureBody, type BodyMeasure } from './body-measure.ts';

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
  /** Returns the bytes that are parsed now. During the event of a request, its head ends with them. */
  parsed(): Buffer;
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
  /** The last bytes of a head that is not complete, which may be the beginning of its empty line. */
  let headSoFar: Buffer = nothing;
  /** Of the request whose head was parsed last; undefined if the next bytes are those of a head. */
  let body: BodyMeasure | undefined;
  let parsed: Buffer = nothing;
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
      parsed = unread.subarray(0, portion());
      unread = unread.subarray(parsed.byteLength);
      for (const listener of parse) listener.call(socket, parsed);
      parsed = nothing;
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

  /** Returns how many bytes to parse together: those of a head, which an empty line ends, or what there is of a body. */
  function portion(): number {
    if (body !== undefined) {
      const { length, ends } = body(unread);
      if (ends) body = undefined;
      return length;
    }
    const bytes = headSoFar.byteLength === 0 ? unread : Buffer.concat([headSoFar, unread]);
    let start = 0;
    // Empty lines before a request are ignored (RFC 9112, section 2.2).
    if (bytes === unread) while (bytes[start] === carriageReturn || bytes[start] === lineFeed) start += 1;
    const end = bytes.indexOf(emptyLine, start);
    const length = end < 0 ? unread.byteLength : end + emptyLine.byteLength - headSoFar.byteLength;
    headSoFar = end < 0 ? bytes.subarray(1 - emptyLine.byteLength) : nothing;
    return length;
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
      body = measureBody(response.req.headers);
      inTurn({ response, begin: start });
    },
    end: (last) => {
      hasEnded = true;
      inTurn({ response: undefined, begin: last });
    },
    current: () => current,
    latest: () => latest,
    parsed: () => parsed,
    idleSince: () => idleSince,
  };
}

const carriageReturn = 0x0d;
const lineFeed = 0x0a;
const emptyLine = Buffer.from('\r\n\r\n');
const nothing = Buffer.alloc(0);
