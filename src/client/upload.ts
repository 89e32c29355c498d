/**
 * Builds the body of a request from a form. Node, Bun and Deno send a stream with its exact length. Browsers send
 * streams over HTTP/2 only, so there it is a Blob. Blobs of other classes are not passed to the runtime.
 */
import { blobOf, joined, type Bytes } from './bytes.ts';
import { fetchWithProgress } from './fetch-with-progress.ts';
import { sizeOf, type Form } from './form.ts';
import { sendsStreams } from './node-builtin.ts';

/** Called with the bytes of the file that were sent so far, and its size. Starts again if the request is retried. */
export type OnProgress = (sentBytes: number, totalBytes: number) => void;

/** The body of a request for `fetch`. Built for each attempt, because a stream can be read only once. */
export interface Encoded {
  readonly body: string | Blob | ReadableStream<Uint8Array>;
  readonly headers: Readonly<Record<string, string>>;
  /** The option of `fetch` for a stream. */
  readonly duplex?: 'half';
  /** Replaces the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** `onSent` is called when bytes were sent. */
export type Encode = (onSent: () => void) => Promise<Encoded>;

interface Listeners {
  readonly onProgress?: OnProgress | undefined;
  readonly onSent: () => void;
}

/** Rejects if the runtime sends Blobs and the size of a part differs from its `size`. */
export async function encode({ parts, headers, file }: Form, { onProgress, onSent }: Listeners): Promise<Encoded> {
  const total = sizeOf(parts);
  let reported = -1;
  const onBytes = (sent: number): void => {
    onSent();
    const ofFile = Math.min(Math.max(sent - file.start, 0), file.size);
    if (ofFile !== reported) onProgress?.(ofFile, file.size);
    reported = ofFile;
  };
  if (sendsStreams()) {
    let sent = 0;
    const body = joined(parts, (length) => onBytes((sent += length)));
    return { body, headers: { ...headers, 'Content-Length': String(total) }, duplex: 'half' };
  }
  const body = new Blob(await Promise.all(parts.map(sendable)));
  if (body.size !== total) throw new RangeError(`The request would have ${body.size} bytes instead of ${total}.`);
  const fetch = onProgress && fetchWithProgress(body, onBytes);
  return { body, headers, ...(fetch ? { fetch } : {}) };
}

/** A part that `new Blob` does not convert to text. */
async function sendable(part: Uint8Array | Bytes): Promise<Uint8Array<ArrayBuffer> | Blob> {
  // Encoded text, never shared memory. Declarations omit the type parameter, which TypeScript 5.7 introduced.
  if (!('open' in part)) return part as Uint8Array<ArrayBuffer>;
  return part.blob instanceof Blob ? part.blob : await blobOf(part);
}
