/** Provenance as npm publishes and shows it. `.ci/run` installs npm. */
import { describe, expect, test } from 'vitest';
import { provenanceOf } from '../../examples/npm-provenance.ts';
import type { Json } from '../../ecosystems/javascript/npm-wire.ts';
import { buildTarball } from '../../fixtures/npm-package.ts';
import { useCustomerServer } from '../customer-server.ts';
import type { JavascriptClient } from './client.ts';
import { areInstalled } from './installed.ts';
import { openMachine } from './machine.ts';
import { npmClient } from './npm-client.ts';
import { openPlace, publisherToken } from './places.ts';

const server = useCustomerServer();

/** npm, except for its verification of bundles. */
function publisher(major: number): JavascriptClient {
  const client = npmClient(major);
  const [node, ...parameters] = client.command;
  return { ...client, command: [node, '--require', `${import.meta.dirname}/without-verification.cjs`, ...parameters] };
}

const predicateType = 'https://slsa.dev/provenance/v1';

describe.skipIf(!areInstalled).each([10, 11, 12])('npm %i', (major) => {
  test.each([
    ['demo', 'pkg:npm/demo@1.0.0'],
    ['@acme/demo', 'pkg:npm/%40acme/demo@1.0.0'],
  ])('publishes %s with its provenance, which is served as it was sent', async (name, packageUrl) => {
    const { address, wire } = await openPlace(server(), 'private');
    const token = await publisherToken(server());
    const machine = await openMachine(publisher(major), { settings: { registry: address }, token });
    const tarball = await buildTarball({ name });
    const bundle = provenanceOf(tarball, packageUrl);
    await machine.write({ 'demo.tgz': tarball, 'bundle.json': bundle });
    await machine.run([['publish', './demo.tgz', '--provenance-file', 'bundle.json']]);

    // npm 12 prints a list.
    const shown: Json = JSON.parse(await machine.run([['view', name, 'dist.attestations', '--json']]));
    const { url, provenance } = [shown].flat()[0];
    expect(provenance).toEqual({ predicateType });
    const reply = await wire.ask('GET', url.slice(address.url.length));
    expect(reply.body).toEqual({ attestations: [{ predicateType, bundle: JSON.parse(bundle) }] });
    expect((await wire.ask('GET', `${name}/-/demo-1.0.0.sigstore`)).body).toBe(bundle);
  });
});
