/** What can be published, and how its bytes are reached: never all of them at once. */
import { blobOf, bytesOfBlob, isBlob, type Bytes } from './bytes.ts';
import { nodeBuiltin, sendsStreams } from './node-builtin.ts';
import { readFile } from './read-file.ts';
import { newSha256, sha256Of } from './sha256.ts';

/**
 * A file on disk (not in browsers), a Blob of any class, or a stream of as many bytes as `size`. A path's file name is its
 * last part.
 */
export type PackageSource =
  | {
      readonly path: string;
      readonly name?: string | undefined;
      readonly blob?: undefined;
      readonly stream?: undefined;
    }
  | { readonly blob: Blob; readonly name: string; readonly path?: undefined; readonly stream?: undefined }
  | {
      readonly stream: ReadableStream<Uint8Array>;
      readonly name: string;
      readonly size: number;
      readonly path?: undefined;
      readonly blob?: undefined;
    };

export interface NamedFile extends Bytes {
  readonly name: string;
  /** False for a stream, which can be read once. */
  readonly isRepeatable: boolean;
  /** Returns the digest once the file was sent, undefined if that is unknown. */
  readonly sha256: () => Promise<string | undefined>;
}

/** Rejects with a `TypeError` for anything but one source, and as Node does if there is no such file. */
export async function openSource(source: PackageSource): Promise<NamedFile> {
  const given = (['path', 'blob', 'stream'] as const).filter((kind) => source[kind] !== undefined);
  if (given.length !== 1) {
    throw new TypeError(`Give one of path, blob and stream; there is ${given.join(' and ') || 'none of them'}.`);
  }
  if (source.path !== undefined) return await openPath(source.path, source.name);
  if (typeof source.name !== 'string') throw new TypeError('The file needs a name.');
  if (source.blob !== undefined) return openBlob(source.blob, source.name);
  return await openStream(source.stream, source.name, source.size);
}

async function openPath(path: string, givenName: string | undefined): Promise<NamedFile> {
  const fs = nodeBuiltin('node:fs');
  if (!fs) throw new TypeError('Only Node (20.16 or newer), Bun and Deno can read a path. Give a Blob or a File here.');
  const about = await fs.promises.stat(path);
  if (!about.isFile()) throw new TypeError(`${path} is not a file.`);
  const name = givenName ?? nodeBuiltin('node:path')?.basename(path) ?? path;
  return repeatable(name, { size: about.size, open: () => readFile(fs, path) });
}

function openBlob(blob: Blob, name: string): NamedFile {
  if (!isBlob(blob)) throw new TypeError('The blob has no size, or neither stream() nor arrayBuffer().');
  return repeatable(name, bytesOfBlob(blob));
}

async function openStream(stream: ReadableStream<Uint8Array>, name: string, size: number): Promise<NamedFile> {
  if (!Number.isSafeInteger(size) || size < 0)
    throw new TypeError(`The size of the stream must be a number of bytes, not ${size}.`);
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
