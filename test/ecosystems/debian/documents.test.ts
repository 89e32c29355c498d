import { gunzipSync } from 'node:zlib';
import { readCleartextMessage, readKey, readSignature, createMessage, verify } from 'openpgp';
import { describe, expect, test } from 'vitest';
import { aptDocuments } from '../../../src/ecosystems/debian/documents.ts';
import { openpgpSigning } from '../../../src/registry/openpgp-signing.ts';
import type { About, WrittenDocument } from '../../../src/registry/documents.ts';
import { digestsOf } from '../../fixtures/local-file.ts';
import { MemoryOutput, each, listedEntry, memorySource, overviewPart } from '../../fixtures/memory-documents.ts';

const ENTRIES = ['Package: a\nVersion: 1\n', 'Package: b\nVersion: 2\nMaintainer: Zoë\n'];
const SIGNING_KEY = await openpgpSigning.createKey({ organization: 'acme', registry: 'debs' });
const ABOUT: About = {
  organization: 'acme',
  registry: 'debs',
  publicUrl: 'https://packages.example',
  indexCompression: 'gzip',
  date: new Date('2024-02-03T04:05:06.789Z'),
  signingKeys: [SIGNING_KEY],
};

test('has parts for the usual architectures before any package is published', () => {
  expect(aptDocuments.parts).toEqual(expect.arrayContaining(['all', 'amd64', 'arm64', 'riscv64']));
});

test.each([
  ['InRelease', ''],
  ['main/source/Sources.gz', 'source'],
  ['main/source/Packages', undefined],
  ['main/binary-amd64/Packages', 'amd64'],
  ['main/binary-amd64/Packages.gz', 'amd64'],
  ['main/binary-amd64/Packages.xz', undefined],
  ['main/binary-a/b/Packages', undefined],
  ['InReleases', undefined],
])('%s belongs to the part %j', (name, part) => {
  expect(aptDocuments.partOf(name)).toBe(part);
});

test('has an empty index of sources before any is published', async () => {
  const output = await partOf('source', []);
  expect(output.text('main/source/Sources')).toBe('');
  expect(gunzipSync(output.bytes('main/source/Sources.gz'))).toHaveLength(0);
});

describe('a part', () => {
  test('lists its entries with blank lines between them', async () => {
    const output = await partOf('amd64', ENTRIES);
    expect(output.text('main/binary-amd64/Packages')).toBe(`${ENTRIES[0]}\n${ENTRIES[1]}\n`);
  });

  test('is there in two forms with the same content', async () => {
    const output = await partOf('amd64', manyEntries(5000));
    const plain = output.bytes('main/binary-amd64/Packages');
    expect(gunzipSync(output.bytes('main/binary-amd64/Packages.gz')).equals(plain)).toBe(true);
    expect([...output.documents.keys()]).toHaveLength(2);
  });

  test('is complete when its entries are large', async () => {
    const entries = ['é'.repeat(300_000), 'x', 'ü'.repeat(40_000)].map((value) => `Package: ${value}\n`);
    const output = await partOf('all', entries);
    expect(output.text('main/binary-all/Packages') === entries.map((entry) => `${entry}\n`).join('')).toBe(true);
  });

  test('is empty without entries', async () => {
    const output = await partOf('arm64', []);
    expect(output.text('main/binary-arm64/Packages')).toBe('');
  });

  test.each(['unlisted', 'withdrawn'] as const)('does not list a package that is %s', async (standing) => {
    const output = new MemoryOutput();
    const entries = [listedEntry('Package: a\n'), listedEntry('Package: b\n', { standing })];
    await aptDocuments.render('amd64', memorySource(entries), output, ABOUT);
    expect(output.text('main/binary-amd64/Packages')).toBe('Package: a\n\n');
  });

  test('lists packages of the architecture "all" with its own', () => {
    expect([aptDocuments.reads('amd64'), aptDocuments.reads('all')]).toEqual([['amd64', 'all'], ['all']]);
  });
});

describe('the overview', () => {
  test('describes the repository', async () => {
    const output = await overview();
    expect(output.text('Release').split('SHA256:')[0]).toBe(
      [
        'Origin: acme',
        'Label: acme/debs',
        'Suite: any',
        'Codename: any',
        'Date: Sat, 03 Feb 2024 04:05:06 +0000',
        'Architectures: all amd64 arm64',
        'No-Support-for-Architecture-all: Packages',
        'Components: main',
        'Description: Packages of acme/debs',
        'Acquire-By-Hash: yes\n',
      ].join('\n'),
    );
  });

  test('lists every other index file with its size and SHA-256', async () => {
    const output = await overview();
    const expected = [...output.documents]
      .filter(([path]) => path.startsWith('main/'))
      .map(([path, bytes]) => ` ${digestsOf(bytes).sha256} ${bytes.byteLength} ${path}`);
    const listed = output.text('Release').split('SHA256:\n')[1]?.trimEnd().split('\n');
    expect(listed?.toSorted()).toEqual(expected.toSorted());
  });

  test('is signed within InRelease', async () => {
    const output = await overview();
    const message = await readCleartextMessage({ cleartextMessage: output.text('InRelease') });
    const verificationKeys = await readKey({ armoredKey: SIGNING_KEY.publicKey });
    const { data } = await verify({ message, verificationKeys, expectSigned: true });
    expect(`${data}\n`).toBe(output.text('Release'));
  });

  test('is signed beside Release', async () => {
    const output = await overview();
    const message = await createMessage({ binary: output.bytes('Release') });
    const signature = await readSignature({ armoredSignature: output.text('Release.gpg') });
    const verificationKeys = await readKey({ armoredKey: SIGNING_KEY.publicKey });
    await expect(verify({ message, signature, verificationKeys, expectSigned: true })).resolves.toBeDefined();
  });
});

test('the signing key names its registry', async () => {
  const { users } = await readKey({ armoredKey: SIGNING_KEY.publicKey });
  expect(users[0]?.userID?.userID).toBe('acme/debs <larder@debs.acme.invalid>');
});

test('the fingerprint of the signing key is that of its public half', async () => {
  const key = await readKey({ armoredKey: SIGNING_KEY.publicKey });
  expect(openpgpSigning.fingerprint(SIGNING_KEY.publicKey)).toBe(key.getFingerprint().toUpperCase());
});

test.each(['', 'no key', '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n=AAAA\n'])('%j has no fingerprint', (text) => {
  expect(() => openpgpSigning.fingerprint(text)).toThrow('not created by Larder');
});

async function partOf(part: string, texts: readonly string[], output = new MemoryOutput()): Promise<MemoryOutput> {
  await aptDocuments.render(part, memorySource(texts.map((text) => listedEntry(text))), output, ABOUT);
  return output;
}

async function overview(): Promise<MemoryOutput> {
  const output = new MemoryOutput();
  const architectures = ['all', 'amd64', 'arm64'];
  for (const part of architectures) await partOf(part, ENTRIES, output);
  const parts = architectures.map((part) => {
    const own = [...output.documents].filter(([name]) => aptDocuments.partOf(name) === part);
    return overviewPart(
      part,
      own.map(([name, bytes]): WrittenDocument => ({ name, size: bytes.length, digests: digestsOf(bytes) })),
    );
  });
  await aptDocuments.renderOverview(each(parts), output, ABOUT);
  return output;
}

function manyEntries(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `Package: p${i}\nDescription: ${(i * 7919) % 10007} of many\n`);
}
