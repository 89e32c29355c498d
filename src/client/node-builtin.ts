/** The Node modules that the client uses if they exist. They are hidden from bundlers for browsers. */

/** The functions that are used, so that the types of Node are not needed. */
interface Builtins {
  readonly 'node:fs': FileSystem;
  readonly 'node:path': {
    basename(path: string): string;
    dirname(path: string): string;
    join(...parts: readonly string[]): string;
  };
  readonly 'node:crypto': { createHash(algorithm: 'sha256'): Hash };
}

export interface FileSystem {
  readonly promises: {
    stat(path: string): Promise<{ readonly size: number; isFile(): boolean }>;
    lstat(path: string): Promise<{ isFile(): boolean }>;
    open(path: string, flags?: 'wx'): Promise<FileHandle>;
    link(existing: string, added: string): Promise<void>;
    rename(from: string, to: string): Promise<void>;
    rm(path: string, options: { readonly force: true }): Promise<void>;
  };
}

interface FileHandle {
  read(
    buffer: Uint8Array,
    offset: number,
    length: number,
  ): Promise<{ readonly buffer: Uint8Array; readonly bytesRead: number }>;
  write(buffer: Uint8Array, offset: number, length: number): Promise<{ readonly bytesWritten: number }>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface Hash {
  update(bytes: Uint8Array): unknown;
  digest(encoding: 'hex'): string;
}

/** Returns undefined outside of Node, Bun and Deno. */
export function nodeBuiltin<Name extends keyof Builtins>(name: Name): Builtins[Name] | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: Name) => Builtins[Name] } };
  return process?.getBuiltinModule?.(name);
}

/** Returns true if `fetch` sends streams over HTTP/1.1, which browsers do not. */
export function sendsStreams(): boolean {
  return nodeBuiltin('node:fs') !== undefined;
}
