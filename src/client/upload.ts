/**
 * The body of an upload: a form around one file. It goes out as it is read, with its exact length, and tells how far
 * it is. In Node that is a stream; browsers send streams over HTTP/2 only, so there it is a Blob.
 */
import type { Encoded } from './connection.ts';
import { fetchWithProgress } from './fetch-with-progress.ts';
import type { Frame } from './form.ts';
import { nodeBuiltin, type Hash } from './node-builtin.ts';
import type { NamedStream } from './package-source.ts';

/** Hears how many bytes of the request's body are sent, and how many there are. Starts again when the request does. */
export type OnProgress = (sentBytes: number, totalBytes: number) => void;

export function encodeBlob({ head, tail, headers }: Frame, file: Blob, onProgress?: OnProgress): Encoded {
  const body = new Blob([head, file, tail]);
  if (!onProgress) return { body, headers };
  if (!nodeBuiltin('node:fs')) return { body, headers, fetch: fetchWithProgress(body, onProgress) };
  return streamed(body.stream().pipeThrough(counted(body.size, onProgress)), body.size, headers);
}

/** `hash`, if there is one, has seen the whole file when the body is sent. */
export async function encodeStream(
  { head, tail, headers }: Frame,
  { stream, size }: NamedStream,
  onProgress?: OnProgress,
  hash?: Hash,
): Promise<Encoded> {
  const [before, after] = [await bytesOf(head), await bytesOf(tail)];
  const total = before.length + size + after.length;
  const framed = stream.pipeThrough(frame(before, size, after, hash));
  return streamed(onProgress ? framed.pipeThrough(counted(total, onProgress)) : framed, total, headers);
}

function streamed(body: ReadableStream<Uint8Array>, size: number, headers: Encoded['headers']): Encoded {
  return { body, headers: { ...headers, 'Content-Length': String(size) }, duplex: 'half' };
}

function counted(total: number, onProgress: OnProgress): TransformStream<Uint8Array, Uint8Array> {
  let sent = 0;
  return new TransformStream({
    transform(piece, controller) {
      controller.enqueue(piece);
      sent += piece.length;
      onProgress(sent, total);
    },
  });
}

/** Puts a frame around a stream, which must be as long as it was said to be: the length is sent before it. */
function frame(
  before: Uint8Array,
  size: number,
  after: Uint8Array,
  hash: Hash | undefined,
): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    start: (controller) => controller.enqueue(before),
    transform(piece, controller) {
      seen += piece.length;
      if (seen > size) throw new RangeError(`The stream gives more than the ${size} bytes that were announced.`);
      hash?.update(piece);
      controller.enqueue(piece);
    },
    flush(controller) {
      if (seen < size) throw new RangeError(`The stream gives ${seen} bytes; ${size} were announced.`);
      controller.enqueue(after);
    },
  });
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
