/** Publishes the packages of @pnpm/registry-mock, and reads them back. `.ci/run` installs them. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/model/values.ts';
import type { Wire } from '../../ecosystems/javascript/npm-wire.ts';
import { useCustomerServer } from '../customer-server.ts';
import { readCorpus, type CorpusVersion } from './corpus.ts';
import { areInstalled } from './installed.ts';
import { openMachine } from './machine.ts';
import { npmClient } from './npm-client.ts';
import { escaped, put } from './put-version.ts';
import { openPlace, publisherToken } from './places.ts';

const server = useCustomerServer();
const testInstalled = test.skipIf(!areInstalled);

testInstalled('publishes all packages of the corpus, and reads them back byte for byte', async () => {
  const { wire } = await openPlace(server(), 'private');
  const corpus = await readCorpus();
  const rejected: Record<string, unknown> = {};
  for (const one of corpus) {
    const { status, body } = await put(wire, one);
    if (status !== 201) rejected[one.specifier] = body.error;
  }
  expect(corpus).toHaveLength(253);
  // Every manifest agrees with the package.json in its tarball (T-NPM-9).
  expect(rejected).toEqual({});
  for (const [name, versions] of Map.groupBy(corpus, (one) => one.name)) {
    const packument = await wire.packument(escaped(name));
    for (const one of versions) {
      const manifest = packument.versions[one.version];
      expect(textOf(manifest)).toBe(textOf(one.manifest));
      const { deprecated, hasInstallScript = false } = manifest;
      expect([one.specifier, deprecated, hasInstallScript]).toEqual([
        one.specifier,
        one.manifest['deprecated'],
        runsScript(one),
      ]);
      expect(manifest.dist).toMatchObject(digestsIn(one));
      expect([one.specifier, await readTarball(wire, one)]).toEqual([one.specifier, await readFile(one.tarball)]);
      for (const tag of one.tags) expect(packument['dist-tags'][tag]).toBe(one.version);
    }
  }
});

testInstalled('npm publishes thirty packages of the corpus', async () => {
  const { wire, address } = await openPlace(server(), 'private');
  const token = await publisherToken(server());
  const machine = await openMachine(npmClient(12), { settings: { registry: address }, token });
  const corpus = await readCorpus();
  const chosen = corpus.filter((_, at) => at % Math.floor(corpus.length / 30) === 0).slice(0, 30);
  expect(chosen).toHaveLength(30);
  // npm requires a tag for pre-releases and for older versions.
  const publishAll = async (some: readonly CorpusVersion[]): Promise<void> => {
    for (const { tarball } of some) await machine.run([['publish', tarball, '--tag', 'corpus']]);
  };
  await Promise.all([publishAll(chosen.slice(0, 15)), publishAll(chosen.slice(15))]);
  for (const one of chosen)
    expect([one.specifier, await readTarball(wire, one)]).toEqual([one.specifier, await readFile(one.tarball)]);
});

async function readTarball({ slug }: Wire, { name, version }: CorpusVersion): Promise<Buffer> {
  const file = `${name.replace(/^@.*\//, '')}-${version}.tgz`;
  const reply = await server().native(`acme/${slug}/npm/${name}/-/${file}`, { headers: server().authorized });
  return Buffer.from(await reply.arrayBuffer());
}

/** The registry writes these itself, and has the readme of the name only. */
const OF_REGISTRY = new Set(['dist', 'readme', 'readmeFilename', 'deprecated', 'hasInstallScript', '_hasShrinkwrap']);

/** Returns the text of a manifest without the members that the registry writes. */
function textOf(manifest: JsonObject): string {
  return JSON.stringify(Object.entries(manifest).filter(([name]) => !OF_REGISTRY.has(name)));
}

/** Every package of the corpus that compiles with node-gyp has a script for it. */
function runsScript({ manifest: { scripts } }: CorpusVersion): boolean {
  const names = Object.keys(scripts ?? {});
  return ['preinstall', 'install', 'postinstall'].some((name) => names.includes(name));
}

function digestsIn({ manifest }: CorpusVersion): JsonObject {
  const { integrity, shasum } = manifest['dist'] as JsonObject;
  return { integrity, shasum } as JsonObject;
}
