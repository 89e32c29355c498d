/** What can be published, and how its bytes are reached: never all of them at once. */
import { nodeBuiltin } from './node-builtin.ts';

/** A file on disk (Node only), a Blob, or a stream whose length is known. A path's file name is its last part. */
export type PackageSource =
  | { readonly path: string; readonly name?: string }
  | { readonly blob: Blob; readonly name: string }
  | { readonly stream: ReadableStream<Uint8Array>; readonly name: string; readonly size: number };

export interface NamedBlob {
  readonly blob: Blob;
  readonly name: string;
}

export interface NamedStream {
  readonly stream: ReadableStream<Uint8Array>;
  readonly name: string;
  readonly size: number;
}

/** Rejects as Node does when there is no such file. A stream stays one in Node; browsers can send Blobs only. */
export async function openSource(source: PackageSource): Promise<NamedBlob | NamedStream> {
  if ('blob' in source) return source;
  if ('path' in source) return openPath(source.path, source.name);
  if (nodeBuiltin('node:fs')) return source;
  // The browser keeps what is large on disk.
  return { blob: await new Response(source.stream).blob(), name: source.name };
}

async function openPath(path: string, name: string | undefined): Promise<NamedBlob> {
  const fs = nodeBuiltin('node:fs');
  if (!fs) throw new TypeError('Only Node (20.16 or newer) can read a path. Give a Blob or a File here.');
  // What it says of a path that leads nowhere names the path; `openAsBlob` does not.
  const about = await fs.promises.stat(path);
  if (!about.isFile()) throw new TypeError(`${path} is not a file.`);
  return { blob: await fs.openAsBlob(path), name: name ?? nodeBuiltin('node:path')?.basename(path) ?? path };
}
