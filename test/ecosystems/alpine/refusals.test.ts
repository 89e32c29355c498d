import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { read as readApk } from '../../../src/ecosystems/alpine/read.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import {
  buildApk,
  cutTar,
  pkgInfo,
  withChecksum,
  type ApkRecipe,
  type InfoRecipe,
} from '../../fixtures/apk-package.ts';
import { withIncoming } from '../../fixtures/local-file.ts';
import { paxRecord, tarArchive, tarWithHeader } from '../../fixtures/tar-archive.ts';

const SCRIPT = { name: '.post-install', content: '#!/bin/sh\n' };
const onlyScript = gzipSync(await cutTar([SCRIPT]));
const signature = { name: '.SIGN.RSA.x.rsa.pub', content: 'x' };
const signatures = gzipSync(await cutTar([signature]));
const signaturesAndScript = gzipSync(await cutTar([signature, SCRIPT]));
const sized = await tarWithHeader('x', paxRecord('size', '3'), [{ name: 'x', content: 'abc' }]);
const malformed = await tarWithHeader('x', '9 a=b\n', [{ name: 'x' }]);
const sparse = await tarWithHeader('x', paxRecord('GNU.sparse.name', 'y'), [{ name: 'x' }]);
const large = await tarWithHeader('x', paxRecord('comment', 'x'.repeat(70_000)), []);
const headerOnly = await tarWithHeader('x', paxRecord('path', 'y'), []);
const one = Buffer.from(await tarArchive([withChecksum({ name: 'x', content: 'x'.repeat(600) })]));

describe('the sections', () => {
  rejects('nothing', { members: () => [] }, /begins with "", not with a gzip member/);
  rejects('text', { members: () => [Buffer.from('hello')] }, /begins with "hell", not with a gzip member/);
  rejects(
    'T-APK-7: a package of the format of apk 3',
    { members: () => [Buffer.from('ADB.pckg')] },
    /format of apk 3 \(ADB\).*Build it in the format of apk 2/,
  );
  rejects(
    'T-APK-6: a package whose data is in the gzip member of .PKGINFO, as fpm writes it',
    { members: ({ control, data }) => [gzipSync(Buffer.concat([gunzipSync(control), gunzipSync(data)]))] },
    /control section has the file "usr\/", which belongs to the data. .*Build it with abuild, melange or nfpm/,
  );
  rejects(
    'T-APK-6: an end of the archive in the control section',
    { members: ({ control, data }) => [gzipSync(Buffer.concat([gunzipSync(control), Buffer.alloc(1024)])), data] },
    /The control section: .*Cut off its end/,
  );
  rejects('no data', { members: ({ control }) => [control] }, /has no data section/);
  rejects('no control section', { members: ({ data }) => [data] }, /control section has the file "usr\/"/);
  rejects('a member after the data', { members: ({ control, data }) => [control, data, data] }, /bytes after its data/);
  rejects(
    'bytes after the data',
    { members: ({ control, data }) => [control, data, Buffer.from('x')] },
    /bytes after its data section/,
  );
  rejects(
    'a control section without .PKGINFO',
    { members: ({ data }) => [onlyScript, data] },
    /no \.PKGINFO in its control section/,
  );
  rejects('.PKGINFO twice', { scripts: [{ name: '.PKGINFO', content: pkgInfo() }] }, /has \.PKGINFO twice/);
  rejects('the script .INSTALL', { scripts: [{ name: '.INSTALL', content: 'x' }] }, /\.INSTALL, which apk 3 rejects/);
  rejects(
    'a link in the control section',
    { scripts: [{ name: '.post-install', type: 'symlink', linkname: '/bin/true' }] },
    /"\.post-install" as a symlink, not as a file/,
  );
  rejects(
    'a signature in the control section',
    { scripts: [signature] },
    /Signatures are in gzip members of their own/,
  );
  rejects(
    'scripts among the signatures',
    { members: ({ control, data }) => [signaturesAndScript, control, data] },
    /The signatures of the package have "\.post-install"/,
  );
  rejects(
    'very many members',
    { members: ({ control, data }) => [...Array<Uint8Array>(20).fill(signatures), control, data] },
    /more than 16 gzip members/,
  );
  rejects(
    'a control section that unpacks to over 16 MiB',
    { scripts: [{ name: '.post-install', content: Buffer.alloc(17 * 1024 * 1024) }] },
    /control section: The content unpacks to more than 16777216 bytes/,
  );
  rejects(
    'a damaged checksum',
    { members: ({ control, data }) => [control, Buffer.concat([data.subarray(0, -8), Buffer.alloc(8)])] },
    /data section: .*a checksum does not match/,
  );
});

describe('the data', () => {
  rejects('an absolute path', { data: [{ name: '/etc/x', content: 'x' }] }, /path "\/etc\/x", which leads out/);
  rejects(
    'a path upwards',
    { data: [{ name: 'a/../../x', content: 'x' }] },
    /path "a\/\.\.\/\.\.\/x", which leads out/,
  );
  rejects(
    'paths that begin with "./", which apk ignores',
    { data: [{ name: './usr/', type: 'directory' }] },
    /path "\.\/usr\/", which apk ignores/,
  );
  rejects('a control character', { data: [{ name: 'a\nb', content: 'x' }] }, /path "a\\nb", which apk ignores/);
  rejects(
    'a file without its directory',
    { data: [{ name: 'usr/bin/x', content: 'x' }] },
    /path "usr\/bin\/x", but no directory "usr\/bin" before it/,
  );
  rejects(
    'a file without the checksum that apk 3 needs',
    { data: [{ name: 'x', content: 'x', pax: {} }] },
    /path "x", but no APK-TOOLS\.checksum\.SHA1 in its pax header/,
  );
  rejects(
    'a file with another checksum',
    { data: [{ name: 'x', content: 'x', pax: { 'APK-TOOLS.checksum.SHA1': '00' } }] },
    /path "x", with the SHA-1 "00" in its pax header, but its content has 11f6ad8e/,
  );
  rejectsData('an unknown format', Buffer.alloc(512, 'x'), /header without "ustar"/);
  rejectsData('bytes after its end', Buffer.concat([one, Buffer.alloc(512, 'x')]), /bytes after its end/);
  rejectsData('half a block', Buffer.alloc(700), /truncated/);
  rejectsData('a file that ends early', one.subarray(0, 2048), /truncated/);
  rejectsData('a size in a pax header, which apk does not read', sized, /"size" in a pax header/);
  rejectsData('a malformed pax header', malformed, /malformed pax header/);
  rejectsData('a sparse file', sparse, /"GNU\.sparse\.name" in a pax header/);
  rejectsData('a large pax header', large, /the maximum is 65536/);
  rejectsData('a header of no entry', headerOnly, /ends after an extended header/);
  rejectsData('a number that is not octal', withUid('\x80'), /has the uid .* which is not an octal number/);
  rejectsData(
    'a wrong checksum of a header',
    Buffer.concat([Buffer.from('y'), one.subarray(1)]),
    /checksum of a header does not match/,
  );
});

describe('.PKGINFO', () => {
  rejectsInfo('no name', { pkgname: undefined }, /The pkgname is ""; it must be letters/);
  rejectsInfo('a path as name', { pkgname: '../demo' }, /The pkgname is "\.\.\/demo"/);
  rejectsInfo('no version', { pkgver: undefined }, /The pkgver is ""/);
  rejectsInfo('an invalid version', { pkgver: '1.0-1' }, /The pkgver is "1\.0-1"; it must be a version such as/);
  rejectsInfo('no architecture', { arch: undefined }, /The arch is ""/);
  rejectsInfo('an architecture that is a path', { arch: 'a/b' }, /The arch is "a\/b"/);
  rejectsInfo('a size that is not a number', { size: '4k' }, /The size is "4k"; it must be a number/);
  rejectsInfo('a time that is not a number', { builddate: '-1' }, /The builddate is "-1"/);
  rejectsInfo('a priority of more than 16 bits', { provider_priority: '65536' }, /The provider_priority is "65536"/);
  rejectsInfo('two names', { pkgname: ['demo', 'other'] }, /has "pkgname" twice/);
  rejectsInfo('no hash of the data', { datahash: undefined }, /has no datahash/);
  rejectsInfo('another hash of the data', { datahash: '0'.repeat(64) }, /but the data section has the SHA-256/);
  rejectsInfo('a dependency with an unknown operator', { depend: 'a=>>1' }, /The depend has "a=>>1"; compare versions/);
  rejectsInfo('a dependency on an invalid version', { depend: ['a', 'b>=x'] }, /"b>=x"; "x" is not a version/);
  rejectsInfo('a dependency without a name', { depend: '>=1' }, /The depend has ">=1"; it must be a name/);
  rejectsInfo('a dependency with a tag', { depend: 'a@edge' }, /The depend has "a@edge"/);
  rejectsInfo('a dependency of 256 bytes', { depend: 'a'.repeat(256) }, /it may have at most 255 bytes/);
  rejectsInfo('a malformed checksum', { depend: 'a><1' }, /after "><", it must have a checksum/);
  rejectsInfo('provided things that are not there', { provides: '!a' }, /The provides has "!a"; it must be a name/);
  rejectsInfo('provided ranges of versions', { provides: 'a>=1' }, /The provides has "a>=1"; it must be a name/);
  rejectsInfo('a malformed condition', { install_if: 'a=' }, /The install_if has "a="; "" is not a version/);
  rejectsInfo('replaced packages that cannot be read', { replaces: 'a b=x' }, /The replaces has "b=x"; "x" is not/);
  rejectsInfo('a line that is not a field', 'pkgname = demo\nhello\n', /has the line "hello", which is not/);
  rejectsInfo('a carriage return', 'pkgname = demo\r\n', /control character "\\r"/);
  rejectsInfo('other encodings', Buffer.from('pkgname = d\xe9mo\n', 'latin1'), /is not text in UTF-8/);
  rejectsInfo('more than apk can store', { url: 'u'.repeat(2000) }, /the maximum is 2048\. Shorten its url/);
  rejectsInfo(
    'a line of over 64 KiB',
    { provides: Array<string>(400).fill('p'.repeat(200)) },
    /The provides has 80\d+ bytes/,
  );
  rejectsInfo('a very long name', { pkgname: 'x'.repeat(260) }, /file name would be .* the maximum is 255/);
  rejectsInfo('over a MiB', { depend: Array<string>(6000).fill('p'.repeat(200)) }, /\.PKGINFO has \d+ bytes/);
});

function rejects(what: string, recipe: ApkRecipe, reason: RegExp): void {
  test(`rejects ${what}`, async () => {
    const bytes = await buildApk(recipe);
    const rejection = await withIncoming(bytes, (incoming) => readApk(incoming).catch((error: unknown) => error));
    expect(rejection).toBeInstanceOf(UnacceptableFile);
    expect(rejection).toHaveProperty('message', expect.stringMatching(reason));
  });
}

function rejectsInfo(what: string, info: InfoRecipe | string | Uint8Array, reason: RegExp): void {
  rejects(what, { info }, reason);
}

/** An archive with another user id, of eight bytes. */
function withUid(uid: string): Uint8Array {
  const changed = Buffer.from(one);
  changed.write(uid.padEnd(8, '\0'), 108, 'latin1');
  return changed;
}

function rejectsData(what: string, bytes: Uint8Array, reason: RegExp): void {
  rejects(what, { members: ({ control }) => [control, gzipSync(bytes)] }, reason);
}
