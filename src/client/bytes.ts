/** Bytes of a known number from sources of any class or realm. */

export interface Bytes {
  readonly size: number;
  /** The Blob with the bytes, if there is one. */
  readonly blob?: Blob;
  /** Returns a stream that starts at the first byte. */
  readonly open: () => ReadableStream<Uint8Array>;
}

/**
 * Returns true for a Blob of any class. Those of polyfills, jsdom and other realms are not `instanceof Blob`, so
 * `fetch` and `new Blob` convert them to the text "[object Blob]".
 */
export function isBlob(value: unknown): value is Blob {
  if (typeof value !== 'object' || value === null) return false;
  const { size, stream, arrayBuffer } = value as Partial<Blob>;
  return typeof size === 'number' && (typeof stream === 'function' || typeof arrayBuffer === 'function');
}

export function bytesOfBlob(blob: Blob): Bytes {
  return { size: blob.size, blob, open: () => openBlob(blob) };
}

/** Reads a Blob as a whole if it has no web stream (jsdom has no stream, node-fetch 2 has one of Node). */
function openBlob(blob: Pick<Blob, 'arrayBuffer'> & Partial<Pick<Blob, 'stream'>>): ReadableStream<Uint8Array> {
  const stream = blob.stream?.();
  if (stream && 'getReader' in stream) return stream;
  return new ReadableStream({
    start: async (controller) => {
      controller.enqueue(new Uint8Array(await blob.arrayBuffer()));
      controller.close();
    },
  });
}

/**
 * Returns a stream of all parts in order. `onRead` is called with the length of each chunk. The stream fails with a
 * `RangeError` if the number of bytes of a part differs from its `size`.
 */
export function joined(
  parts: readonly (Uint8Array | Bytes)[],
  onRead?: (length: number) => void,
): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  async function* piecesOf({ size, open }: Bytes): AsyncGenerator<Uint8Array> {
    reader = open().getReader();
    let read = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (!ArrayBuffer.isView(next.value))
        throw new TypeError('The stream did not return a Uint8Array. Use a stream of bytes.');
      read += next.value.byteLength;
      if (read > size) throw new RangeError(`The file has more bytes than its size of ${size}.`);
      if (next.value.byteLength > 0) yield next.value;
    }
    if (read < size) throw new RangeError(`The file has ${read} bytes instead of ${size}.`);
  }
  async function* allPieces(): AsyncGenerator<Uint8Array> {
    for (const part of parts)
      if ('open' in part) yield* piecesOf(part);
      else yield part;
  }
  const pieces = allPieces();
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    try {
      const { done, value } = await pieces.next();
      if (done) return controller.close();
      controller.enqueue(value);
      onRead?.(value.byteLength);
    } catch (error) {
      await reader?.cancel(error).catch(() => undefined);
      throw error;
    }
  };
  // Bytes are read only when they can be sent.
  return new ReadableStream({ pull, cancel: (reason) => reader?.cancel(reason) }, { highWaterMark: 0 });
}

/** Reads the bytes into a Blob of this runtime; browsers keep large ones on disk. */
export async function blobOf(bytes: Bytes): Promise<Blob> {
  return await new Response(joined([bytes])).blob();
}
