/** Uploads bytes from memory, so that the disk of the client does not count. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

export interface Content {
  /** In bytes. */
  readonly size: number;
  readonly chunks: Iterable<Uint8Array>;
}

const agent = new Agent({ keepAlive: true });

/** Rejects if the response is not a success. */
export async function upload(
  method: 'POST' | 'PUT',
  url: string,
  headers: Readonly<Record<string, string>>,
  { size, chunks }: Content,
): Promise<void> {
  const sending = request(url, { method, agent, headers: { ...headers, 'Content-Length': size } });
  const replied = once(sending, 'response') as Promise<[IncomingMessage]>;
  const [[response]] = await Promise.all([replied, pipeline(Readable.from(chunks), sending)]);
  const reply = await text(response);
  if (Math.floor((response.statusCode ?? 0) / 100) !== 2)
    throw new Error(`${method} ${url} returned ${response.statusCode}: ${reply}`);
}

/** Uploads one file in a form. Rejects if the response is not a success. */
export async function uploadForm(
  url: string,
  headers: Readonly<Record<string, string>>,
  fileName: string,
  { size, chunks }: Content,
): Promise<void> {
  const boundary = 'a-boundary-that-is-not-in-the-content';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\n\r\n`;
  const tail = `\r\n--${boundary}--\r\n`;
  const form = function* (): Generator<Uint8Array> {
    yield Buffer.from(head);
    yield* chunks;
    yield Buffer.from(tail);
  };
  const type = `multipart/form-data; boundary=${boundary}`;
  const content = { size: head.length + size + tail.length, chunks: form() };
  await upload('POST', url, { ...headers, 'Content-Type': type }, content);
}

const chunkSize = 1024 * 1024;
const randomChunk = randomBytes(chunkSize);
let chunkCount = 0;

/** Returns bytes that differ in each upload, because existing bytes would not be stored again. */
export function uniqueContent(size: number): Content {
  return { size, chunks: uniqueChunks(size) };
}

function* uniqueChunks(size: number): Generator<Uint8Array> {
  for (let left = size; left > 0; left -= chunkSize) {
    const chunk = Buffer.from(randomChunk);
    chunkCount += 1;
    chunk.writeUInt32LE(chunkCount);
    yield chunk.subarray(0, left);
  }
}
