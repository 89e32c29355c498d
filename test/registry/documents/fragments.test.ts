/** The documents of a registry after each change are those that are rendered from all entries. */
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Registry } from '../../../src/model/records.ts';
import { dropReplacedDocuments } from '../../../src/registry/documents/drop-replaced.ts';
import { bytesOfDocument, readDocument, type ReadableDocument } from '../../../src/registry/documents/read-document.ts';
import { createRegistry } from '../../../src/registry/registries.ts';
import { writable } from '../../../src/registry/writable.ts';
import { rounds } from '../../fixtures/rounds.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';
import { insertPackage, sampleFile, samplePackage } from '../../storage/catalog/samples.ts';

let server: TestServer;
let registry: Registry;
beforeEach(async () => {
  server = await startTestServer();
  registry = await createRegistry(server.larder, server.organization, { name: 'Debs', ecosystem: 'debian' });
});
afterEach(() => server[Symbol.asyncDispose]());

/** A package in the catalog. Its stanza is large, so that few packages fill several fragments. */
interface Stored {
  readonly id: string;
  readonly name: string;
  readonly part: string;
  readonly text: string;
  isListed: boolean;
}

const stanzaOf = (name: string, version: string, length = 2000): string =>
  `Package: ${name}\nVersion: ${version}\nDescription: ${`${name} ${version} `.repeat(length).slice(0, length)}\n`;

async function add(name: string, part: string, length?: number): Promise<Stored> {
  const id = newId();
  const text = stanzaOf(name, id, length);
  const pkg = samplePackage(registry, { id, name, version: id, variant: part });
  const { outcome } = await insertPackage(server.larder[writable], pkg, [sampleFile(id, id)], { part, text });
  expect(outcome).toBe('published');
  return { id, name, part, text, isListed: true };
}

/** Withdraws the package, or restores it. */
async function changeStanding(pkg: Stored): Promise<void> {
  const { projectId = '' } = (await server.larder.catalog.packages.find(registry.id, pkg.id)) ?? {};
  const standings = [{ packageId: pkg.id, standing: pkg.isListed ? 'withdrawn' : 'restored', notice: null } as const];
  const by = { id: null, description: 'a test', issuer: null };
  const place = { registryId: registry.id, projectId, compare: () => 0 };
  expect((await server.larder[writable].projects.change(place, { standings }, by)).outcome).toBe('changed');
  pkg.isListed = !pkg.isListed;
}

async function read(name: string): Promise<ReadableDocument> {
  const { organization } = server;
  const latest = (await server.larder.catalog.registries.find(organization.id, registry.slug)) ?? registry;
  const found = await readDocument(server.larder, { organization, registry: latest }, { name, publicUrl: server.url });
  if (!found) throw new Error(`There is no document ${name}.`);
  return found;
}

function expected(stored: readonly Stored[], part: string): string {
  const inOrder = stored
    .filter(({ isListed }) => isListed)
    .toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  const own = inOrder.filter((pkg) => pkg.part === part);
  const common = part === 'all' ? [] : inOrder.filter((pkg) => pkg.part === 'all');
  return [...own, ...common].map(({ text }) => `${text}\n`).join('');
}

const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

async function expectDocuments(stored: readonly Stored[], parts = ['all', 'amd64']): Promise<void> {
  const release = Buffer.from(await bytesOfDocument(await read('Release'))).toString();
  for (const part of parts) {
    const plain = await read(`main/binary-${part}/Packages`);
    const gzip = await read(`main/binary-${part}/Packages.gz`);
    const text = Buffer.from(await bytesOfDocument(plain));
    expect(text.toString() === expected(stored, part)).toBe(true);
    expect(gunzipSync(await bytesOfDocument(gzip)).equals(text)).toBe(true);
    for (const { name, size, digests } of [plain, gzip])
      expect(release).toContain(` ${digests.sha256} ${size} ${name}\n`);
  }
}

type Step = { readonly kind: 'add' | 'remove' | 'stand'; readonly place: number; readonly common: boolean };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('add', 'add', 'remove', 'stand'),
    place: fc.nat(260),
    common: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

it('are complete and in order after any changes', async () => {
  const stored: Stored[] = [];
  for (let n = 0; n < 300; n += 1)
    stored.push(await add(`n${`${n % 250}`.padStart(3, '0')}`, n % 3 === 0 ? 'all' : 'amd64', 20_000));
  await expectDocuments(stored);
  await fc.assert(
    fc.asyncProperty(steps, async (changes) => {
      for (const { kind, place, common } of changes) {
        if (kind === 'add') stored.push(await add(`n${`${place}`.padStart(3, '0')}`, common ? 'all' : 'amd64', 20_000));
        const [removed] = kind === 'remove' ? stored.splice(place % stored.length, 1) : [];
        if (removed) await server.larder[writable].packages.delete(registry.id, removed.id);
        const changed = kind === 'stand' ? stored[place % stored.length] : undefined;
        if (changed) await changeStanding(changed);
      }
      await expectDocuments(stored);
    }),
    { numRuns: rounds(8) },
  );
  await dropReplacedDocuments(server.larder, new AbortController().signal);
  await expectDocuments(stored);
});

it('are complete when they shrink from many fragments to nothing, and grow again', async () => {
  const stored: Stored[] = [];
  for (let n = 0; n < 40; n += 1) stored.push(await add(`n${n}`, 'amd64', 100_000));
  await expectDocuments(stored);
  while (stored.length > 0) {
    for (const { id } of stored.splice(0, 13)) await server.larder[writable].packages.delete(registry.id, id);
    await expectDocuments(stored);
  }
  stored.push(await add('again', 'amd64', 200_000));
  await expectDocuments(stored);
});

it('are complete for an architecture that is new, with the fragments of others', async () => {
  const stored: Stored[] = [];
  for (let n = 0; n < 40; n += 1) stored.push(await add(`n${n}`, 'all', 50_000));
  await expectDocuments(stored, ['all', 'amd64']);
  stored.push(await add('own', 'alpha'));
  await expectDocuments(stored, ['all', 'alpha', 'amd64']);
  await dropReplacedDocuments(server.larder, new AbortController().signal);
  await server.larder[writable].packages.delete(registry.id, stored.pop()?.id ?? '');
  await expectDocuments(stored, ['all', 'amd64']);
});

/** Two files of a source, as stanzas without checks have them. */
const fileEntry = (name: string, digest: string): string =>
  `File: ${name}\nSize: 1\nMD5: ${digest}\nSHA1: ${digest}\nSHA256: ${digest}\n`;

it('have the entries of a name together, also those of older packages that are committed later', async () => {
  const { packages } = server.larder[writable];
  const ids = Array.from({ length: 120 }, () => newId());
  const put = async (name: string, version: string, id: string, text: string): Promise<void> => {
    const pkg = samplePackage(registry, { id, name, version, variant: 'source' });
    await insertPackage(server.larder[writable], pkg, [sampleFile(id, id)], { part: 'source', text });
  };
  const sourceOf = (name: string): string =>
    `Package: ${name}\nX-Filler: ${name.repeat(12_000)}\nFiles:\n ${'0'.repeat(32)} 9 ${name}.dsc\n ${name} 1 ${name}.tar.gz\n`;
  const names = Array.from({ length: 60 }, (_, n) => `s${`${n}`.padStart(3, '0')}`);
  const listed = async (): Promise<readonly string[]> => {
    const text = Buffer.from(await bytesOfDocument(await read('main/source/Sources'))).toString();
    return [...text.matchAll(/^Package: (.*)$/gm)].map(([, name = '']) => name);
  };
  for (const [n, name] of names.entries()) await put(name, '1', ids[n + 60] ?? '', sourceOf(name));
  expect(await listed()).toEqual([]);
  // Older packages than those in the fragments, one after the other, so that each is a small change.
  for (const [n, name] of names.entries()) {
    await put(name, '2', ids[n] ?? '', fileEntry(`${name}.tar.gz`, name));
    if (n % 20 === 0) expect(await listed()).toEqual(names.slice(0, n + 1));
  }
  expect(await listed()).toEqual(names);
  await packages.delete(registry.id, ids[7] ?? '');
  expect(await listed()).toEqual(names.filter((_name, n) => n !== 7));
});
