import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newRegistry } from '../native/watched-server.ts';
import { useCustomerServer } from './customer-server.ts';
import { present, run } from './programs.ts';

describe.skipIf(!present('gpgv', 'gpg'))('gpgv: signatures', () => {
  const server = useCustomerServer();
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'larder-gpgv-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  /** Saves a file of the registry under its last name. */
  async function save(registry: string, url: string): Promise<string> {
    const answer = await server().native(`acme/${registry}/${url}`);
    const file = path.join(folder, path.basename(url));
    await writeFile(file, Buffer.from(await answer.arrayBuffer()));
    return file;
  }

  async function saveKey(registry: string): Promise<string> {
    const keyring = path.join(folder, 'keyring.gpg');
    const armoured = await save(registry, 'gpgkey');
    await run('gpg', ['--homedir', folder, '--batch', '--yes', '--dearmor', '-o', keyring, armoured]);
    return keyring;
  }

  test('of Release apart is good', async () => {
    const registry = await newRegistry(server(), 'debian');
    const keyring = await saveKey(registry);
    const files = [await save(registry, 'any/dists/any/Release.gpg'), await save(registry, 'any/dists/any/Release')];
    const { ok, output } = await run('gpgv', ['--keyring', keyring, ...files]);
    expect([ok, /Good signature from/.test(output)], output).toEqual([true, true]);
  });

  test('inside InRelease is good', async () => {
    const registry = await newRegistry(server(), 'debian');
    const keyring = await saveKey(registry);
    const { ok, output } = await run('gpgv', ['--keyring', keyring, await save(registry, 'any/dists/any/InRelease')]);
    expect(ok, output).toBe(true);
  });

  test('of another registry is not good', async () => {
    const [registry, other] = [await newRegistry(server(), 'debian'), await newRegistry(server(), 'debian')];
    const keyring = await saveKey(other);
    const { ok } = await run('gpgv', ['--keyring', keyring, await save(registry, 'any/dists/any/InRelease')]);
    expect(ok).toBe(false);
  });
});
