/** No document is out of date after one of the facts that it depends on has changed. */
import { beforeEach, expect, it } from 'vitest';
import type { Registry } from '../../../src/model/records.ts';
import type { About, Documents, Signing } from '../../../src/registry/documents.ts';
import { bytesOfDocument, readDocument } from '../../../src/registry/documents/read-document.ts';
import { rotateKey } from '../../../src/registry/rotate-key.ts';
import type { Ecosystem } from '../../../src/registry/ecosystem.ts';
import type { Larder } from '../../../src/registry/larder.ts';
import { createRegistry, updateRegistry } from '../../../src/registry/registries.ts';
import { each } from '../../fixtures/memory-documents.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';

let server: TestServer;
let registry: Registry;
beforeEach(async () => {
  server = await startTestServer();
  registry = await createRegistry(server.larder, server.organization, { name: 'First name', ecosystem: 'files' });
  return () => server[Symbol.asyncDispose]();
});

/** Documents that have one fact each. Counts how often each is rendered. */
function documentsOfFacts(counts: Map<string, number>, until?: Date): Documents {
  return {
    together: 'part',
    parts: ['registry', 'publicUrl', 'signingKeys', 'nothing'],
    mostParts: Infinity,
    companionEndings: [],
    partOf: (name) => name,
    reads: (part) => [part],
    render: async (part, _source, output, about) => {
      counts.set(part, (counts.get(part) ?? 0) + 1);
      const fact = factOf(part, about) ?? `${counts.get(part)}`;
      await output.write(part, each([Buffer.from(fact)]), until ? { until } : {});
      return '';
    },
    renderOverview: () => Promise.resolve(),
  };
}

function factOf(part: string, about: About): string | undefined {
  if (part === 'registry' || part === 'publicUrl') return about[part];
  return part === 'signingKeys' ? about.signingKeys.map(({ publicKey }) => publicKey).join() : undefined;
}

function larderWith(changes: Partial<Ecosystem>): Larder {
  const { larder } = server;
  return { ...larder, ecosystems: { ...larder.ecosystems, files: { ...larder.ecosystems.files, ...changes } } };
}

async function read(larder: Larder, name: string, publicUrl = 'https://one.example'): Promise<string> {
  const document = await readDocument(larder, { organization: server.organization, registry }, { name, publicUrl });
  return document === undefined ? 'absent' : Buffer.from(await bytesOfDocument(document)).toString();
}

it('a document with the slug of its registry is rendered again after the registry is renamed, and no other', async () => {
  const counts = new Map<string, number>();
  const larder = larderWith({ documents: documentsOfFacts(counts) });
  const before = [await read(larder, 'registry'), await read(larder, 'nothing')];
  registry = await updateRegistry(server.larder, registry, { name: 'Second name' });
  const after = [await read(larder, 'registry'), await read(larder, 'nothing')];
  expect([before, after]).toEqual([
    ['first-name', '1'],
    ['second-name', '1'],
  ]);
});

it('a document with the public URL is rendered again if that is another one', async () => {
  const counts = new Map<string, number>();
  const larder = larderWith({ documents: documentsOfFacts(counts) });
  const urls = ['https://one.example', 'https://one.example', 'https://two.example', 'https://one.example'];
  const texts: string[] = [];
  for (const url of urls) texts.push(await read(larder, 'publicUrl', url));
  expect([texts, counts.get('publicUrl')]).toEqual([urls, 3]);
});

it('a document with the signing keys is rendered again after a new one, and when an old one expires', async () => {
  let created = 0;
  const createKey = () => Promise.resolve({ privateKey: 'secret', publicKey: `key ${(created += 1)}` });
  const signing: Signing = { keys: 'openpgp', createKey, fingerprint: (key) => key };
  const larder = larderWith({ documents: documentsOfFacts(new Map()), signing });
  registry = await createRegistry(larder, server.organization, { name: 'Signed', ecosystem: 'files' });
  const texts = [await read(larder, 'signingKeys'), await read(larder, 'nothing')];
  const rotate = async (oldUntil: Date): Promise<void> => {
    await rotateKey(larder, { organization: server.organization, registry }, oldUntil);
    registry = (await larder.catalog.registries.find(server.organization.id, registry.slug)) ?? registry;
    texts.push(await read(larder, 'signingKeys'), await read(larder, 'nothing'));
  };
  await rotate(new Date(Date.now() + 3_600_000));
  await rotate(new Date());
  expect(texts).toEqual(['key 1', '1', 'key 2,key 1', '1', 'key 3', '1']);
});

it('all documents are rendered again by another edition', async () => {
  const counts = new Map<string, number>();
  const documents = documentsOfFacts(counts);
  const texts: string[] = [];
  for (const edition of [1, 1, 2]) texts.push(await read(larderWith({ documents, edition }), 'nothing'));
  expect(texts).toEqual(['1', '1', '2']);
});

it('a document is rendered again when it expires', async () => {
  const counts = new Map<string, number>();
  const valid = larderWith({ documents: documentsOfFacts(counts, new Date(Date.now() + 3_600_000)) });
  const expired = larderWith({ documents: documentsOfFacts(counts, new Date(Date.now() - 1000)) });
  const texts = [await read(expired, 'nothing'), await read(valid, 'nothing'), await read(valid, 'nothing')];
  expect(texts).toEqual(['1', '2', '2']);
});

it('a version of a document is later than the one before, within one second and one revision', async () => {
  const counts = new Map<string, number>();
  const larder = larderWith({ documents: documentsOfFacts(counts) });
  const dates: number[] = [];
  for (const publicUrl of ['https://one.example', 'https://two.example', 'https://three.example']) {
    const ref = { organization: server.organization, registry };
    const document = await readDocument(larder, ref, { name: 'publicUrl', publicUrl });
    dates.push(document?.lastModified.getTime() ?? 0);
  }
  expect(dates).toEqual([...new Set(dates)].toSorted((a, b) => a - b));
});
