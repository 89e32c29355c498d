import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stopCompanionClock } from '../fixtures/companion-clock.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { publish, rotateKey } from '../fixtures/server.ts';
import { newRegistry } from '../native/watched-server.ts';
import { pathOf } from '../web/people.ts';
import { useCustomerServer } from './customer-server.ts';
import { present, run } from './programs.ts';

describe.skipIf(!present('gpgv', 'gpg'))('gpgv: signatures', () => {
  const server = useCustomerServer();
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'larder-gpgv-'));
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });

  /** Saves a file of the registry under its last name. */
  async function save(registry: string, url: string): Promise<string> {
    const reply = await server().native(`acme/${registry}/${url}`);
    const file = path.join(folder, path.basename(url));
    await writeFile(file, Buffer.from(await reply.arrayBuffer()));
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

  test('of Release is good after a publication in between, and after ten seconds of the new Release only', async () => {
    const registry = await newRegistry(server(), 'debian');
    const moveOn = stopCompanionClock(server());
    const keyring = await saveKey(registry);
    const isGood = async (): Promise<boolean> => {
      const files = [await save(registry, 'any/dists/any/Release.gpg'), path.join(folder, 'Release')];
      return (await run('gpgv', ['--keyring', keyring, ...files])).ok;
    };
    await save(registry, 'any/dists/any/Release');
    expect((await publish(server(), registry, 'hello.deb', Buffer.from(await buildDeb()))).status).toBe(200);
    const results = [await isGood()];
    moveOn(10);
    results.push(await isGood());
    await save(registry, 'any/dists/any/Release');
    results.push(await isGood());
    expect(results).toEqual([true, false, true]);
  });

  test('inside InRelease is good', async () => {
    const registry = await newRegistry(server(), 'debian');
    const keyring = await saveKey(registry);
    const { ok, output } = await run('gpgv', ['--keyring', keyring, await save(registry, 'any/dists/any/InRelease')]);
    expect(ok, output).toBe(true);
  });

  test('inside InRelease has the text of Release, byte for byte', async () => {
    const registry = await newRegistry(server(), 'debian');
    const keyring = await saveKey(registry);
    const files = ['InRelease', 'Release'].map((name) => save(registry, `any/dists/any/${name}`));
    const [inRelease = '', release = ''] = await Promise.all(files);
    const { ok, output } = await run('gpgv', ['--keyring', keyring, '-o', path.join(folder, 'text'), inRelease]);
    expect(ok, output).toBe(true);
    expect(await readFile(path.join(folder, 'text'), 'utf8')).toBe(await readFile(release, 'utf8'));
  });

  test('are good with the old key, the new key and both, until the old one expires', async () => {
    const registry = await newRegistry(server(), 'debian');
    const rotate = async (days: number): Promise<void> => {
      expect((await rotateKey(server(), registry, days)).status).toBe(200);
    };
    // Clients accept a text with one good signature among several, as Debian's own archive has them.
    const isGood = async (keyring: string): Promise<boolean> => {
      const inRelease = await save(registry, 'any/dists/any/InRelease');
      const { stdout } = await run('gpgv', ['--status-fd', '1', '--keyring', keyring, inRelease]);
      return stdout.includes('[GNUPG:] VALIDSIG') && !stdout.includes('[GNUPG:] BADSIG');
    };
    const old = path.join(folder, 'old.gpg');
    await rename(await saveKey(registry), old);
    await rotate(30);
    const both = path.join(folder, 'both.gpg');
    await rename(await saveKey(registry), both);
    const overlap = [await isGood(old), await isGood(both)];
    await rotate(0);
    const newest = await saveKey(registry);
    expect([overlap, await isGood(old), await isGood(both), await isGood(newest)]).toEqual([
      [true, true],
      false,
      false,
      true,
    ]);
  });

  test('inside InRelease have the form that gpg gives them', async () => {
    const registry = await newRegistry(server(), 'debian');
    const inRelease = await save(registry, 'any/dists/any/InRelease');
    const release = await save(registry, 'any/dists/any/Release');
    const gpg = (...parameters: readonly string[]) => run('gpg', ['--homedir', folder, '--batch', ...parameters]);
    try {
      await gpg('--passphrase', '', '--quick-generate-key', 'tess@example.test', 'ed25519', 'sign', 'never');
      await gpg('-o', path.join(folder, 'signed'), '--clearsign', release);
    } finally {
      await run('gpgconf', ['--homedir', folder, '--kill', 'all']);
    }
    const forms = [inRelease, path.join(folder, 'signed')].map(async (file) => formOf(await readFile(file, 'latin1')));
    const [ours, theirs] = await Promise.all(forms);
    expect(ours).toBe(theirs);
  });

  test('are made by the key whose fingerprint the page of the registry shows', async () => {
    const registry = await newRegistry(server(), 'debian');
    const key = await save(registry, 'gpgkey');
    const { stdout } = await run('gpg', ['--homedir', folder, '--batch', '--with-colons', '--show-keys', key]);
    const [, fingerprint = 'none'] = /^fpr:+([0-9A-F]+):/m.exec(stdout) ?? [];
    const page = await (await server().native(pathOf.registry(registry))).text();
    expect(page.split(fingerprint)).toHaveLength(3);
  });

  test('of another registry is not good', async () => {
    const [registry, other] = [await newRegistry(server(), 'debian'), await newRegistry(server(), 'debian')];
    const keyring = await saveKey(other);
    const { ok } = await run('gpgv', ['--keyring', keyring, await save(registry, 'any/dists/any/InRelease')]);
    expect(ok).toBe(false);
  });
});

/** A clear-signed text without what differs from key to key: the name of the hash, and the bytes of the signature. */
function formOf(signed: string): string {
  return signed.replace(/^Hash: \S+$/m, 'Hash:').replace(/(?<=SIGNATURE-----\n\n)[\w+/=\n]+(?=-----END)/, '');
}
