/**
 * T-NPM-1: what installers read in manifests besides names and versions, with packages that pnpm is tested with. The
 * tarballs that a client requests show what it has read. `.ci/run` installs the clients.
 */
import { access } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { recentReplies } from '../../native/watched-server.ts';
import { useCustomerServer } from '../customer-server.ts';
import type { ManifestReads } from './client.ts';
import { withFacet } from './clients.ts';
import { closureOf, readCorpus } from './corpus.ts';
import { areInstalled } from './installed.ts';
import { openMachine } from './machine.ts';
import { openPlace, type Place } from './places.ts';
import { put } from './put-version.ts';

const server = useCustomerServer();
const recent = recentReplies(server);

const wanted = [
  'support-different-architectures',
  'pkg-with-bundled-dependencies',
  'touch-file-many-bins',
  'abc-optional-peers',
];

/** Returns the packages that a client must request. */
function requiredBy({ peers, bundled }: ManifestReads): readonly string[] {
  const others = [...(peers ? ['peer-a'] : []), ...(bundled ? [] : ['hello-world-js-bin'])];
  return [...wanted, 'only-linux-x64-glibc', ...others].toSorted();
}

describe.skipIf(!areInstalled)('os, cpu, libc, bundled dependencies, peers and commands', () => {
  let place: Place;
  beforeAll(async () => {
    place = await openPlace(server(), 'public');
    for (const one of closureOf(
      await readCorpus(),
      wanted.map((name) => `@pnpm.e2e/${name}`),
    ))
      expect((await put(place.wire, one)).status).toBe(201);
  });

  test.each(withFacet(({ reads }) => reads))('are read by %s', async (_, client, reads) => {
    const machine = await openMachine(client, { settings: { registry: place.address } });
    const dependencies = Object.fromEntries(wanted.map((name) => [`@pnpm.e2e/${name}`, '1.0.0']));
    await machine.write({ 'package.json': { name: 'project', private: true, dependencies } });
    recent();
    await machine.run([['install']]);
    const requested = recent().flatMap(
      ({ path: at }) => /\/npm\/@pnpm\.e2e(?:\/|%2f)([^/]+)\/-\//i.exec(at)?.[1] ?? [],
    );
    expect(requested.toSorted()).toEqual(requiredBy(reads));
    for (const command of ['get-optional-dependencies', 't', 'tt'])
      await access(path.join(machine.project, 'node_modules/.bin', command));
  });
});
