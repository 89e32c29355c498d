/** The few modules of Node that the client uses where they are; a bundler for browsers sees none of them. */

/** What is used of them, so that the types of Node are needed nowhere. */
interface Builtins {
  readonly 'node:fs': {
    openAsBlob(path: string): Promise<Blob>;
    readonly promises: { stat(path: string): Promise<{ isFile(): boolean }> };
  };
  readonly 'node:path': { basename(path: string): string };
  readonly 'node:crypto': { createHash(algorithm: 'sha256'): Hash };
}

export interface Hash {
  update(bytes: Uint8Array): unknown;
  digest(encoding: 'hex'): string;
}

/** Undefined outside of Node. */
export function nodeBuiltin<Name extends keyof Builtins>(name: Name): Builtins[Name] | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: Name) => Builtins[Name] } };
  return process?.getBuiltinModule?.(name);
}
