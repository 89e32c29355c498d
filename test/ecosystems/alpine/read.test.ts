import { createHash, generateKeyPairSync } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { read as readApk } from '../../../src/ecosystems/alpine/read.ts';
import type { Release } from '../../../src/registry/ecosystem.ts';
import { buildApk, type ApkRecipe } from '../../fixtures/apk-package.ts';
import { withIncoming } from '../../fixtures/local-file.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

test('reads name, version and architecture', async () => {
  const info = { pkgname: 'g++-12.1', pkgver: '12.1_git20240101-r3', arch: 'x86_64' };
  const release = await readBuilt({ info });
  expect(release).toMatchObject({ name: 'g++-12.1', version: '12.1_git20240101-r3', variant: 'x86_64' });
});

test('T-APK-8: writes the record of the index, with the checksum of the control section as it is in the file', async () => {
  // Node would compress it with the other level.
  let packed: Uint8Array = new Uint8Array();
  const members: ApkRecipe['members'] = ({ control, data }) => {
    packed = gzipSync(gunzipSync(control), { level: 1 });
    return [packed, data];
  };
  const info = {
    pkgver: '1.2.3-r4',
    arch: 'aarch64',
    origin: 'demo-source',
    maintainer: 'Zoë <zoe@example.test>',
    builddate: '1796010038',
    commit: '0123abcd',
    provider_priority: '10',
    depend: ['busybox', 'so:libc.musl-aarch64.so.1'],
    provides: ['cmd:demo=1.2.3-r4', 'demo-virtual'],
    install_if: 'demo-core=1.2.3-r4 docs',
  };
  const bytes = await buildApk({ info, members });
  const { entries } = await withIncoming(bytes, readApk);
  expect(entries).toEqual([
    {
      part: 'aarch64',
      text: [
        `C:Q1${createHash('sha1').update(packed).digest('base64')}`,
        'P:demo',
        'V:1.2.3-r4',
        'A:aarch64',
        `S:${bytes.byteLength}`,
        'I:4096',
        'T:Says hello',
        'U:https://example.test/',
        'L:MIT',
        'o:demo-source',
        'm:Zoë <zoe@example.test>',
        't:1796010038',
        'c:0123abcd',
        'k:10',
        'D:busybox so:libc.musl-aarch64.so.1',
        'p:cmd:demo=1.2.3-r4 demo-virtual',
        'i:demo-core=1.2.3-r4 docs',
        '',
      ].join('\n'),
    },
  ]);
});

test('a signed package has the same record as the unsigned one, except for its size', async () => {
  const [signed, unsigned] = [await readBuilt({ signedBy: privateKey }), await readBuilt()];
  const withoutSize = ({ entries: [entry] }: Release) => entry?.text.replace(/^S:.*$/m, '');
  expect(withoutSize(signed)).toBe(withoutSize(unsigned));
});

test('T-APK-9: line breaks in a description do not start a line of the index', async () => {
  const release = await readBuilt({ info: { pkgdesc: 'Says hello\n  in lines\n  depend = evil' } });
  expect(release.entries[0]?.text).toMatch(/^T:Says hello$/m);
  expect(release.entries[0]?.text).not.toMatch(/evil|in lines/);
  expect(release.metadata).toMatchObject({ description: 'Says hello\nin lines\ndepend = evil' });
});

test('shows the useful fields as metadata', async () => {
  const info = { depend: ['a', 'b>=1'], replaces: 'c', builddate: '12', packager: 'P', origin: 'o', 'x-more': 'y' };
  expect((await readBuilt({ info })).metadata).toEqual({
    architecture: 'noarch',
    description: 'Says hello',
    url: 'https://example.test/',
    license: 'MIT',
    origin: 'o',
    packager: 'P',
    depends: 'a b>=1',
    replaces: 'c',
    installed_size: 4096,
    build_date: 12,
  });
});

test.each([
  ['the size of its files, if none is declared', { info: { size: undefined } }, '7'],
  ['the size of its files, if zero is declared', { info: { size: '0' } }, '7'],
  ['zero without files', { info: { size: undefined }, data: [] }, '0'],
  [
    'one byte with a script only, which apk would not download otherwise',
    { info: { size: '0' }, data: [], scripts: [{ name: '.post-install', content: '#!/bin/sh\n' }] },
    '1',
  ],
] as const)('the installed size is %s', async (_, recipe, size) => {
  expect((await readBuilt(recipe)).entries[0]?.text).toMatch(new RegExp(`^I:${size}$`, 'm'));
});

test('a long description is cut between two characters', async () => {
  const { entries } = await readBuilt({ info: { pkgdesc: `x${'é'.repeat(300)}` } });
  expect(entries[0]?.text).toMatch(/^T:xé{255}$/m);
});

test('comments, empty values and repeated keys of lists are accepted', async () => {
  const datahash = /^datahash = .*$/m;
  const text = (hash: string) =>
    `# made by hand\npkgname = demo\npkgver = 1\narch = noarch\nurl = \nlicense =\ndepend = a\ndepend = b  c\n${hash}\n`;
  let hash = '';
  await readBuilt({
    members: ({ control, data }) => {
      [hash = ''] = datahash.exec(gunzipSync(control).toString()) ?? [];
      return [control, data];
    },
  });
  expect((await readBuilt({ info: text(hash) })).entries[0]?.text).toMatch(/^U:\nL:\nD:a b c$/m);
});

async function readBuilt(recipe: ApkRecipe = {}): Promise<Release> {
  return await withIncoming(await buildApk(recipe), readApk);
}
