/**
 * Handles the requests of a connection one after the other, in order. RFC 9112, section 9.3.2, allows a server to
 * handle only requests with safe methods concurrently; Node starts all requests that one read of the socket contains.
 */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { releaseMemory } from '../model/release-memory.ts';
import { measureBody, type BodyMeasure } from './body-measure.ts';

/** The turns of one connection. */
export interface Turns {
  /**
   * Calls `begin` when the responses to all earlier requests are sent. The next request is parsed after `response` is
   * sent.
   */
  take(response: ServerResponse, begin: () => void): void;
  /**
   * Calls `last` when the responses to all earlier requests are sent, and drops everything that the client sends from
   * now on.
   */
  end(last: () => void): void;
  /** Returns the running response; undefined if there is none. */
  current(): ServerResponse | undefined;
  /** Returns the response to the last parsed request, even if it is already sent; undefined if there was no request. */
  latest(): ServerResponse | undefined;
  /** Returns the bytes that are being parsed. During the event of a request, they end with its head. */
  parsed(): Buffer;
  /** Returns when the last response ended, or else the connection was opened, on the clock of `performance.now()`. */
  idleSince(): number;
}

interface Turn {
  readonly response: ServerResponse | undefined;
  readonly begin: () => void;
}

/** Takes over reading from `socket`, which belongs to an HTTP server and has not been read yet. */
export function takeTurns(socket: Socket): Turns {
  const parse = socket.listeners('data');
  const waiting: Turn[] = [];
  let current: ServerResponse | undefined;
  let latest: ServerResponse | undefined;
  let unread: Buffer = nothing;
  /** The last bytes of an incomplete head, which may be the beginning of its empty line. */
  let headSoFar: Buffer = nothing;
  /** The measure of the body that is being read; undefined if the next bytes belong to a head. */
  let body: BodyMeasure | undefined;
  let parsed: Buffer = nothing;
  let idleSince = performance.now();
  let isHolding = false;
  let hasEnded = false;

  // With a listener, Node reads the socket through events instead of inside its parser.
  socket.on('data', (bytes: Buffer) => {
    unread = unread.byteLength === 0 ? bytes : Buffer.concat([unread, bytes]);
    const isBody = body !== undefined;
    advance();
    // Node's parser has copied the bytes of the body.
    if (isBody && body !== undefined && unread.byteLength === 0) releaseMemory(bytes);
  });
  for (const listener of parse) socket.off('data', listener as (bytes: Buffer) => void);

  /** Whether a complete request waits for its response. If the body is incomplete, its bytes are parsed next. */
  const holds = (): boolean => waiting.length > 0 || (current !== undefined && latest?.req.complete === true);

  /** Whether the last response is sent or running. Bytes that the client sends after that are read and dropped. */
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

  /** Returns the number of bytes to parse next: up to the end of a head (an empty line), or of a body. */
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
      // Let other connections run in between, so that a client that pipelines a thousand requests delays only itself.
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
