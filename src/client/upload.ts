/**
 * Makes the body of a request from a form. Node, Bun and Deno send a stream with its exact length; browsers send streams
 * over HTTP/2 only, so there it is a Blob. No Blob of another class is passed to the runtime.
 */
import { blobOf, joined, type Bytes } from './bytes.ts';
import { fetchWithProgress } from './fetch-with-progress.ts';
import type { Form } from './form.ts';
import { sendsStreams } from './node-builtin.ts';

/** Called with how many bytes of the request's body are sent, and how many there are. Starts again when the request does. */
export type OnProgress = (sentBytes: number, totalBytes: number) => void;

/** The body of a request as `fetch` takes it. Made anew for every attempt, because a stream can be read once. */
export interface Encoded {
  readonly body: string | Blob | ReadableStream<Uint8Array>;
  readonly headers: Readonly<Record<string, string>>;
  /** What `fetch` needs for a stream. */
  readonly duplex?: 'half';
  /** Used in place of the global one. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Rejects if the runtime sends Blobs and a part cannot become one of its `size`. */
export async function encode({ parts, headers }: Form, onProgress?: OnProgress): Promise<Encoded> {
  const total = parts.reduce((sum, part) => sum + ('open' in part ? part.size : part.length), 0);
  if (sendsStreams()) {
    let sent = 0;
    const body = joined(parts, onProgress && ((length) => onProgress((sent += length), total)));
    return { body, headers: { ...headers, 'Content-Length': String(total) }, duplex: 'half' };
  }
  const body = new Blob(await Promise.all(parts.map(sendable)));
  if (body.size !== total) throw new RangeError(`The request would have ${body.size} bytes instead of ${total}.`);
  const fetch = onProgress && fetchWithProgress(body, onProgress);
  return { body, headers, ...(fetch ? { fetch } : {}) };
}

/** What `new Blob` does not turn into text. */
async function sendable(part: Uint8Array | Bytes): Promise<Uint8Array<ArrayBuffer> | Blob> {
  // Encoded text, never shared memory. The type with a parameter is not in declarations: it came with TypeScript 5.7.
  if (!('open' in part)) return part as Uint8Array<ArrayBuffer>;
  return part.blob instanceof Blob ? part.blob : await blobOf(part);
}
