import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { readCleartextMessage, readKey, readSignature, createMessage, verify } from 'openpgp';
import { describe, expect, test } from 'vitest';
import { aptIndex } from '../../../src/ecosystems/debian/index-files.ts';
import { aptSigning } from '../../../src/ecosystems/debian/signing.ts';
import type { IndexContext, IndexOutput } from '../../../src/registry/ecosystem.ts';
import { digestsOf } from '../../fixtures/local-file.ts';
import { GatedOutput, MemoryOutput, indexFile } from '../../fixtures/index-outputs.ts';

const ENTRIES = ['Package: a\nVersion: 1\n', 'Package: b\nVersion: 2\nMaintainer: Zoë\n'];
const SIGNING_KEY = await aptSigning.createKey({ organization: 'acme', registry: 'debs' });
const CONTEXT: IndexContext = {
  organization: 'acme',
  registry: 'debs',
  date: new Date('2024-02-03T04:05:06.789Z'),
  parts: ['arm64', 'all', 'amd64'],
  signingKey: SIGNING_KEY,
};

test('has parts for the usual architectures before any package is published', () => {
  expect(aptIndex.parts).toEqual(expect.arrayContaining(['all', 'amd64', 'arm64', 'riscv64']));
});

describe('a part', () => {
  test('lists its entries with blank lines between them', async () => {
    const output = new MemoryOutput();
    await aptIndex.writePart('amd64', each(ENTRIES), output);
    expect(output.text('dists/any/main/binary-amd64/Packages')).toBe(`${ENTRIES[0]}\n${ENTRIES[1]}\n`);
  });

  test('is there in two forms with the same content', async () => {
    const output = new MemoryOutput();
    await aptIndex.writePart('amd64', each(manyEntries(5000)), output);
    const plain = output.bytes('dists/any/main/binary-amd64/Packages');
    expect(gunzipSync(output.bytes('dists/any/main/binary-amd64/Packages.gz')).equals(plain)).toBe(true);
    expect([...output.files.keys()]).toHaveLength(2);
  });

  test('is complete when its entries are large', async () => {
    const entries = ['é'.repeat(300_000), 'x', 'ü'.repeat(40_000)].map((value) => `Package: ${value}\n`);
    const output = new MemoryOutput();
    await aptIndex.writePart('all', each(entries), output);
    expect(output.text('dists/any/main/binary-all/Packages') === entries.map((entry) => `${entry}\n`).join('')).toBe(
      true,
    );
  });

  test('is empty without entries', async () => {
    const output = new MemoryOutput();
    await aptIndex.writePart('arm64', each([]), output);
    expect(output.text('dists/any/main/binary-arm64/Packages')).toBe('');
  });

  test('has the same bytes whenever it is written', async () => {
    const [first, second] = [new MemoryOutput(), new MemoryOutput()];
    await aptIndex.writePart('all', each(ENTRIES), first);
    await aptIndex.writePart('all', each(ENTRIES), second);
    expect(second.files).toEqual(first.files);
  });

  test('reads entries only as fast as the slower form is written', async () => {
    let asked = 0;
    const entries = each(manyEntries(100_000), () => asked++);
    const gates = new GatedOutput('dists/any/main/binary-all/Packages.gz');
    const writing = aptIndex.writePart('all', entries, gates);
    await gates.othersIdle();
    expect(asked).toBeLessThan(50_000);
    gates.open();
    await writing;
    expect(asked).toBe(100_000);
  });

  test.each(['Packages', 'Packages.gz'])('fails when %s cannot be stored', async (name) => {
    const output: IndexOutput = {
      write: async (path, content) => {
        if (path.endsWith(`/${name}`)) throw new Error('the disk is full');
        return indexFile(path, await buffer(content));
      },
    };
    await expect(aptIndex.writePart('all', each(manyEntries(5000)), output)).rejects.toThrow('the disk is full');
  });

  test('fails when its compressed form cannot be stored while the other one waits for it', async () => {
    const output = new GatedOutput('dists/any/main/binary-all/Packages.gz');
    const writing = aptIndex.writePart('all', each(manyEntries(100_000)), output);
    await output.othersIdle();
    output.fail(new Error('the disk is full'));
    await expect(writing).rejects.toThrow('the disk is full');
  });

  test('fails when its entries cannot be read', async () => {
    const failing = async function* () {
      yield* ENTRIES;
      throw new Error('the catalog is gone');
    };
    await expect(aptIndex.writePart('all', failing(), new MemoryOutput())).rejects.toThrow('the catalog is gone');
  });
});

describe('the whole', () => {
  test('describes the repository', async () => {
    const output = await wholeIndex();
    expect(output.text('dists/any/Release').split('SHA256:')[0]).toBe(
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
    const output = await wholeIndex();
    const expected = [...output.files]
      .filter(([path]) => path.startsWith('dists/any/main/'))
      .map(([path, bytes]) => ` ${digestsOf(bytes).sha256} ${bytes.byteLength} ${path.slice('dists/any/'.length)}`);
    const listed = output.text('dists/any/Release').split('SHA256:\n')[1]?.trimEnd().split('\n');
    expect(listed?.toSorted()).toEqual(expected.toSorted());
  });

  test('has an empty index of sources', async () => {
    const output = await wholeIndex();
    expect(output.text('dists/any/main/source/Sources')).toBe('');
    expect(gunzipSync(output.bytes('dists/any/main/source/Sources.gz'))).toHaveLength(0);
  });

  test('is signed within InRelease', async () => {
    const output = await wholeIndex();
    const message = await readCleartextMessage({ cleartextMessage: output.text('dists/any/InRelease') });
    const verificationKeys = await readKey({ armoredKey: SIGNING_KEY.publicKey });
    const { data } = await verify({ message, verificationKeys, expectSigned: true });
    expect(`${data}\n`).toBe(output.text('dists/any/Release'));
  });

  test('is signed beside Release', async () => {
    const output = await wholeIndex();
    const message = await createMessage({ binary: output.bytes('dists/any/Release') });
    const signature = await readSignature({ armoredSignature: output.text('dists/any/Release.gpg') });
    const verificationKeys = await readKey({ armoredKey: SIGNING_KEY.publicKey });
    await expect(verify({ message, signature, verificationKeys, expectSigned: true })).resolves.toBeDefined();
  });

  test('rejects to vouch for a file outside its folder', async () => {
    const stray = indexFile('elsewhere/Packages', Buffer.alloc(0));
    await expect(aptIndex.writeWhole([stray], CONTEXT, new MemoryOutput())).rejects.toThrow('is not below dists/any');
  });
});

test('the signing key names its registry', async () => {
  const { users } = await readKey({ armoredKey: SIGNING_KEY.publicKey });
  expect(users[0]?.userID?.userID).toBe('acme/debs <larder@debs.acme.invalid>');
});

test('the fingerprint of the signing key is that of its public half', async () => {
  const key = await readKey({ armoredKey: SIGNING_KEY.publicKey });
  expect(aptSigning.fingerprint(SIGNING_KEY.publicKey)).toBe(key.getFingerprint().toUpperCase());
});

test.each(['', 'no key', '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n=AAAA\n'])('%j has no fingerprint', (text) => {
  expect(() => aptSigning.fingerprint(text)).toThrow('not created by Larder');
});

async function wholeIndex(): Promise<MemoryOutput> {
  const output = new MemoryOutput();
  for (const part of CONTEXT.parts) await aptIndex.writePart(part, each(ENTRIES), output);
  const parts = [...output.files].map(([path, bytes]) => indexFile(path, bytes));
  await aptIndex.writeWhole(parts, CONTEXT, output);
  return output;
}

function manyEntries(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `Package: p${i}\nDescription: ${(i * 7919) % 10007} of many\n`);
}

async function* each(entries: readonly string[], onAsk = () => {}): AsyncGenerator<string> {
  for (const entry of entries) {
    onAsk();
    yield entry;
  }
}
