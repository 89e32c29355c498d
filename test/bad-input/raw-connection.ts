/** A connection on which a test writes bytes, and reads the responses. */
import { connect } from 'node:net';
import { patience } from '../fixtures/eventually.ts';
import type { Reply } from './problem.ts';

export interface RawConnection extends Disposable {
  send(bytes: string | Uint8Array): void;
  /** Sends, and waits until the bytes are on their way. */
  sent(bytes: string | Uint8Array): Promise<void>;
  /** The next response, including interim ones. Rejects if none comes in time, or if the server closes before it. */
  reply(): Promise<Reply>;
  /** Resolves when the server has closed the connection, with the remaining unread bytes. */
  closed(): Promise<string>;
  /** Returns whether the server still accepts bytes, by sending some. */
  isAccepted(): Promise<boolean>;
  /** Ends the connection on our side. */
  end(): void;
  /** Ends the connection in the rudest way there is. */
  reset(): void;
}

/** One that `staysHalfOpen` does not close when the server does. */
export async function openConnection(url: string, { staysHalfOpen = false } = {}): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true, allowHalfOpen: staysHalfOpen });
  // What breaks shows when the connection is read.
  socket.on('error', () => undefined);
  const chunks = socket.iterator({ destroyOnReturn: false });
  let unread = Buffer.alloc(0);

  async function read(): Promise<boolean> {
    const { done, value } = (await chunks.next()) as IteratorResult<Buffer, undefined>;
    if (value !== undefined) unread = Buffer.concat([unread, value]);
    return done !== true;
  }

  async function nextReply(): Promise<Reply> {
    for (;;) {
      const parsed = parse(unread);
      if (parsed) {
        unread = unread.subarray(parsed.length);
        return parsed.reply;
      }
      if (!(await read())) throw new Error(`closed after ${JSON.stringify(unread.toString())}`);
    }
  }

  async function readToEnd(): Promise<string> {
    try {
      while (await read());
    } catch {
      // A reset is an end as well.
    }
    return unread.toString();
  }

  return {
    send: (bytes) => void socket.write(bytes),
    sent: (bytes) =>
      new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve()))),
    isAccepted: () => new Promise((resolve) => socket.write('?', (error) => resolve(!error))),
    reply: () => inTime(nextReply()),
    closed: () => inTime(readToEnd()),
    end: () => void socket.end(),
    reset: () => void socket.resetAndDestroy(),
    [Symbol.dispose]: () => void socket.destroy(),
  };
}

/** Sends the bytes on a connection of their own, and returns the first response. */
export async function exchange(url: string, bytes: string | Uint8Array): Promise<Reply> {
  using connection = await openConnection(url);
  connection.send(bytes);
  return await connection.reply();
}

/** The head of a request, with the lines that every request needs. */
export function head(requestLine: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ Host: 'larder.test', ...headers }).map(([name, value]) => `${name}: ${value}`);
  return [`${requestLine} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}

/** Returns undefined until the response is complete. Supports only the framing that Larder uses. */
function parse(bytes: Buffer): { reply: Reply; length: number } | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [statusLine = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => [line.split(': ', 1)[0] ?? '', line.replace(/^[^:]*: /, '')]),
  );
  const length = end + 4 + Number(headers.get('content-length') ?? 0);
  if (bytes.length < length) return undefined;
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]);
  return { reply: { status, headers, text: bytes.subarray(end + 4, length).toString() }, length };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`nothing came within ${patience} ms`)), patience);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
