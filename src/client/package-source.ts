/** The sources of a package's file. Their bytes are streamed. */
import { blobOf, bytesOfBlob, isBlob, type Bytes } from './bytes.ts';
import { nodeBuiltin, sendsStreams } from './node-builtin.ts';
import { readFile } from './read-file.ts';
import { newSha256, sha256Of } from './sha256.ts';

/**
 * A file on disk (not in browsers), a Blob of any class, or a stream of `size` bytes. The file name of a path is its
 * last segment.
 */
export type PackageSource = FileAtPath | FileInBlob | FileInStream;

interface FileAtPath {
  /** The path of the file. */
  readonly path: string;
  /** Replaces the file name of the path. */
  readonly name?: string | undefined;
  /** A file has one source. */
  readonly blob?: undefined;
  /** A file has one source. */
  readonly stream?: undefined;
}

interface FileInBlob {
  /** The bytes of the file. */
  readonly blob: Blob;
  /** The name of the file. */
  readonly name: string;
  /** A file has one source. */
  readonly path?: undefined;
  /** A file has one source. */
  readonly stream?: undefined;
}

interface FileInStream {
  /** The bytes of the file. */
  readonly stream: ReadableStream<Uint8Array>;
  /** The name of the file. */
  readonly name: string;
  /** The number of bytes in the stream. */
  readonly size: number;
  /** A file has one source. */
  readonly path?: undefined;
  /** A file has one source. */
  readonly blob?: undefined;
}

export interface NamedFile extends Bytes {
  readonly name: string;
  /** False for a stream, which can be read only once. */
  readonly isRepeatable: boolean;
  /** Returns the digest after the file was sent; undefined if it is unknown. */
  readonly sha256: () => Promise<string | undefined>;
}

/** Rejects with a `TypeError` unless there is exactly one source, and with Node's error if the file does not exist. */
export async function openSource(source: PackageSource): Promise<NamedFile> {
  const given = (['path', 'blob', 'stream'] as const).filter((kind) => source[kind] !== undefined);
  if (given.length !== 1) {
    throw new TypeError(`Specify one of path, blob and stream; got ${given.join(' and ') || 'none'}.`);
  }
  if (source.path !== undefined) return await openPath(source.path, source.name);
  if (typeof source.name !== 'string') throw new TypeError('The file has no name. Specify `name`.');
  if (source.blob !== undefined) return openBlob(source.blob, source.name);
  return await openStream(source.stream, source.name, source.size);
}

async function openPath(path: string, givenName: string | undefined): Promise<NamedFile> {
  const fs = nodeBuiltin('node:fs');
  if (!fs) throw new TypeError('Only Node (20.16 or later), Bun and Deno can read a path. Use a Blob or a File.');
  const about = await fs.promises.stat(path);
  if (!about.isFile()) throw new TypeError(`${path} is not a file.`);
  const name = givenName ?? nodeBuiltin('node:path')?.basename(path) ?? path;
  return repeatable(name, { size: about.size, open: () => readFile(fs, path) });
}

function openBlob(blob: Blob, name: string): NamedFile {
  if (!isBlob(blob))
    throw new TypeError('The blob has no size, or neither stream() nor arrayBuffer(). Use another Blob.');
  return repeatable(name, bytesOfBlob(blob));
}

async function openStream(stream: ReadableStream<Uint8Array>, name: string, size: number): Promise<NamedFile> {
  if (!Number.isSafeInteger(size) || size < 0)
    throw new TypeError(`The size of the stream is ${size}; it must be a number of bytes.`);
  if (!sendsStreams()) return openBlob(await blobOf({ size, open: () => stream }), name);
  const hash = newSha256();
  const hashed = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      hash?.update(piece);
      controller.enqueue(piece);
    },
  });
  const open = (): ReadableStream<Uint8Array> => stream.pipeThrough(hashed);
  return { name, size, open, isRepeatable: false, sha256: async () => hash?.digest('hex') };
}

function repeatable(name: string, bytes: Bytes): NamedFile {
  return { ...bytes, name, isRepeatable: true, sha256: () => sha256Of(bytes) };
}
