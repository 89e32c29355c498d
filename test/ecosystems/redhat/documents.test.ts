import { createMessage, readKey, readSignature, verify } from 'openpgp';
import { describe, expect, it, test } from 'vitest';
import { rpmDocuments } from '../../../src/ecosystems/redhat/documents.ts';
import { aboutRpms, linesOf, listRpms, overviewOf } from './read-rpm.ts';

test.each([
  ['x86_64/repomd.xml', ''],
  ['x86_64/repomd.xml.asc', ''],
  ['x86_64/primary.xml.gz', 'x86_64'],
  ['x86_64/primary.xml', undefined],
  ['primary.xml.gz', undefined],
  ['/primary.xml.gz', undefined],
])('%s belongs to the part %j', (name, part) => {
  expect(rpmDocuments.partOf(name)).toBe(part);
});

test.each([
  ['x86_64', ['x86_64', 'i386', 'noarch']],
  ['aarch64', ['aarch64', 'noarch']],
  ['noarch', ['noarch']],
  ['src', ['src']],
])('machines of %s install packages of %j', (part, reads) => {
  expect(rpmDocuments.reads(part)).toEqual(reads);
});

it('T-RPM-8: lists the same packages in the same order in all lists, and counts them', async () => {
  const lists = await listRpms({ name: 'b' }, { name: 'a' }, { name: 'c', arch: 'x86_64' });
  const idsOf = (text: string) => [...text.matchAll(/pkgid="YES">(\w+)|pkgid="(\w+)"/g)].map(([, a, b]) => a ?? b);
  expect(idsOf(lists.primary)).toHaveLength(3);
  for (const text of Object.values(lists)) {
    expect(idsOf(text)).toEqual(idsOf(lists.primary));
    expect(text).toContain(' packages="3">');
  }
});

describe('a registry without packages', () => {
  it('T-RPM-6: has a description for every usual machine, with three empty lists', async () => {
    const output = await overviewOf(['noarch', 'x86_64']);
    for (const base of ['x86_64', 'aarch64', 'ppc64le', 's390x', 'riscv64', 'i386', 'armhfp', 'noarch']) {
      const types = [...output.text(`${base}/repomd.xml`).matchAll(/<data type="(\w+)">/g)].map(([, type]) => type);
      expect(types).toEqual(['primary', 'filelists', 'other']);
    }
    expect((await listRpms()).primary).toContain('packages="0">\n</metadata>');
  });

  it('T-RPM-11, T-RPM-12: names lists by relative URLs, with their sizes and SHA-256 only', async () => {
    const text = (await overviewOf(['noarch', 'x86_64'])).text('x86_64/repomd.xml');
    const hrefs = [...text.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(hrefs).toHaveLength(3);
    for (const href of hrefs) expect(href).toMatch(/^repodata\/[0-9a-f]{64}-(?:primary|filelists|other)\.xml\.gz$/);
    expect(text).not.toMatch(/type="(?:md5|sha)"|<checksum type="sha256"><|<size>0</);
    expect([...text.matchAll(/<open-checksum type="sha256">[0-9a-f]{64}</g)]).toHaveLength(3);
  });
});

it('T-RPM-15: signs descriptions with the primary key of each signing key', async () => {
  const output = await overviewOf(['noarch', 'x86_64']);
  const { signingKeys } = await aboutRpms();
  const message = await createMessage({ binary: output.bytes('x86_64/repomd.xml') });
  const signature = await readSignature({ armoredSignature: output.text('x86_64/repomd.xml.asc') });
  const verificationKeys = await readKey({ armoredKey: signingKeys[0]?.publicKey ?? '' });
  expect(verificationKeys.subkeys).toEqual([]);
  const { signatures } = await verify({ message, signature, verificationKeys, expectSigned: true });
  await expect(signatures[0]?.verified).resolves.toBe(true);
  // RFC 9580, section 9.5: SHA-256 is 8, and SHA-512 is 10.
  expect(signature.packets[0]?.hashAlgorithm).toBeGreaterThanOrEqual(8);
});

it('T-RPM-1: ends the URL of a package with its file name, as it is', async () => {
  const { primary } = await listRpms({ name: 'libstdc++', version: '1.0~rc1^git' });
  expect(primary).toContain('<location href="Packages/libstdc++-1.0~rc1^git-1.noarch.rpm"/>');
  expect(linesOf(primary, 'rpm:provides')).toHaveLength(1);
});
