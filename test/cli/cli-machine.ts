/** A server and a folder for the tests of one file. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { connectionTo, larder, startLarder, startOnTerminal, type Ran, type Running } from './larder.ts';

export interface CliMachine {
  readonly server: TestServer;
  readonly folder: string;
  /** Runs `larder` with this server's address and token in the environment. */
  run(...parameters: readonly string[]): Promise<Ran>;
  /** The same without waiting for its end; optionally on a pseudo-terminal. */
  start(parameters: readonly string[], where?: 'terminal'): Running;
  /** Writes a file into the folder. */
  write(name: string, bytes: string | Uint8Array): Promise<void>;
}

/** Has the registries `shelf` and `other`, both of plain files, and `debs`. */
export function useCliMachine(): () => CliMachine {
  let machine: CliMachine;
  beforeAll(async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-cli-'));
    const server = await startTestServer();
    for (const name of ['shelf', 'other']) await createRegistry(server, name, 'files');
    await createRegistry(server, 'debs', 'debian');
    const options = { folder, environment: connectionTo(server) };
    machine = {
      server,
      folder,
      run: (...parameters) => larder(parameters, options),
      start: (parameters, where) => (where === 'terminal' ? startOnTerminal : startLarder)(parameters, options),
      write: (name, bytes) => writeFile(path.join(folder, name), bytes),
    };
  });
  afterAll(async () => {
    await machine.server[Symbol.asyncDispose]();
    await rm(machine.folder, { recursive: true, force: true });
  });
  return () => machine;
}
