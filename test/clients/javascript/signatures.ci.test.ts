/**
 * The signatures of versions, verified by npm and pnpm. Since npm 10, `npm audit signatures` requests the keys of a public
 * server first, which tests do not reach, so its library verifies with the same keys. `.ci/run` installs them.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../ecosystems/javascript/npm-wire.ts';
import { issueToken } from '../../native/tokens.ts';
import { useCustomerServer } from '../customer-server.ts';
import { alteredRegistry } from './altered-registry.ts';
import type { RegistryAddress } from './client.ts';
import { areInstalled, installed } from './installed.ts';
import { openMachine } from './machine.ts';
import { npmClient } from './npm-client.ts';
import { seed } from './packages.ts';
import { openPlace, type Place } from './places.ts';
import { pnpm } from './pnpm-client.ts';

const server = useCustomerServer();

const demo = { name: 'demo', version: '1.0.0' };
const scoped = { name: '@acme/scoped', version: '1.0.0', dependencies: { demo: '^1.0.0' } };

async function openSeeded(): Promise<Place> {
  const place = await openPlace(server(), 'private');
  await seed(place.wire, demo, scoped);
  return place;
}

interface Dist {
  integrity: string;
  readonly signatures: { sig: string }[];
}

/** The places in which one byte changes. */
const forgeries = [
  ['the integrity', (dist: Dist) => (dist.integrity = changed(dist.integrity, 20))],
  ['the signature', ({ signatures: [first] }: Dist) => first && (first.sig = changed(first.sig, 40))],
] as const;

/** Returns the text with another character. */
function changed(text: string, at: number): string {
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
}

function alteredAt({ address }: Place, forge: (dist: Dist) => unknown): Promise<RegistryAddress> {
  return alteredRegistry(address, ({ versions }) =>
    Object.values<{ dist: Dist }>(versions).map(({ dist }) => forge(dist)),
  );
}

const auditors = [npmClient(9), pnpm].map((client) => [client.name, client] as const);

describe.skipIf(!areInstalled).each(auditors)('%s audits signatures', (_, client) => {
  /** Returns a machine with a project whose packages are installed. */
  async function openInstalled({ address }: Place) {
    const machine = await openMachine(client, { settings: { registry: address }, token: await issueToken(server()) });
    await machine.run([client.add('@acme/scoped@1.0.0')]);
    return machine;
  }

  test('and verifies every version', async () => {
    const machine = await openInstalled(await openSeeded());
    expect(await machine.run([['audit', 'signatures']])).toContain('2 packages have verified registry signatures');
  });

  test.each(forgeries)('and reports one whose %s has another byte', async (_, forge) => {
    const place = await openSeeded();
    const machine = await openInstalled(place);
    const registry = await alteredAt(place, forge);
    await machine.write(machine.client.settings({ registry }), path.join('..', 'home'));
    const { ok, output } = await machine.attempt(['audit', 'signatures']);
    expect([ok, output]).toEqual([false, expect.stringContaining('2 packages have invalid registry signatures')]);
  });
});

describe.skipIf(!areInstalled).each([9, 10, 11, 12])('the library of npm %i verifies signatures', (major) => {
  /** Reads a version like `npm audit signatures`. Throws if its signature is invalid. */
  async function manifestOf(place: Place, { url }: RegistryAddress, specifier: string): Promise<Json> {
    const { keys } = (await place.wire.ask('GET', '-/npm/v1/keys')).body;
    const pemOf = (key: string): string => `-----BEGIN PUBLIC KEY-----\n${key}\n-----END PUBLIC KEY-----`;
    const at = url.replace('http:', '');
    const pacote: Json = createRequire(import.meta.url)(installed(`npm-${major}/node_modules/pacote`));
    return pacote.manifest(specifier, {
      registry: url,
      [`${at}:_authToken`]: server().token,
      [`${at}:_keys`]: keys.map((key: { key: string }) => ({ ...key, pemkey: pemOf(key.key) })),
      verifySignatures: true,
      verifyAttestations: true,
    });
  }

  test('and accepts every version', async () => {
    const place = await openSeeded();
    for (const specifier of ['demo@1.0.0', '@acme/scoped@1.0.0'])
      expect(await manifestOf(place, place.address, specifier)).toMatchObject({ _signatures: [expect.anything()] });
  });

  test.each(forgeries)('and rejects one whose %s has another byte', async (_, forge) => {
    const place = await openSeeded();
    const address = await alteredAt(place, forge);
    await expect(manifestOf(place, address, 'demo@1.0.0')).rejects.toMatchObject({ code: 'EINTEGRITYSIGNATURE' });
  });
});
