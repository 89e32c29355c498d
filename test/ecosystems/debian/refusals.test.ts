import { existsSync } from 'node:fs';
import { readdir, readlink } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { read as readDeb } from '../../../src/ecosystems/debian/read.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import { withIncoming } from '../../fixtures/local-file.ts';
import { buildDeb, controlFile, type DebRecipe } from '../../fixtures/deb-package.ts';
import { paxRecord, tarArchive, tarWithHeader } from '../../fixtures/tar-archive.ts';
import { xzFile } from '../../fixtures/xz-file.ts';
import { onlyFile } from '../../../src/registry/ecosystem.ts';

const CONTROL = { name: './control', content: controlFile() };
const ONE = await tarArchive([CONTROL]);
const CUT_OFF = ONE.subarray(0, 700);
/** dpkg takes the second file for `control`, which is `other` to readers that do not know sparse files. */
const SPARSE = await tarWithHeader('x', paxRecord('GNU.sparse.name', './control'), [{ name: './other' }]);
const GLOBAL = await tarWithHeader('g', paxRecord('comment', 'x'.repeat(2 ** 21)), [CONTROL]);
const BOMB = await tarArchive([{ name: 'filler', content: Buffer.alloc(17 * 1024 * 1024) }, CONTROL]);

describe('the outer archive', () => {
  rejects(
    'another order of members',
    { members: ({ format, control, data }) => [format, data, control] },
    /"data\.tar\.gz" where/,
  );
  rejects(
    'no format first',
    { members: ({ control, data }) => [control, data] },
    /"control\.tar\.gz" where there should be debian-binary/,
  );
  rejects(
    'no data',
    { members: ({ format, control }) => [format, control] },
    /truncated: the next member should be data\.tar/,
  );
  rejects('no members', { members: () => [] }, /truncated: the next member should be debian-binary/);
  rejects(
    'a second control archive',
    { members: ({ format, control, data }) => [format, control, data, control] },
    /no further part/,
  );
  rejects(
    'two control archives before the data',
    { members: ({ format, control, data }) => [format, control, control, data] },
    /should be a data\.tar/,
  );
  rejects(
    'a second data archive',
    { members: ({ format, control, data }) => [format, control, data, data] },
    /no further part/,
  );
  rejects('format 3', { members: withFormat('3.0\n') }, /has the format "3\.0\\n"; it must be "2\.0"/);
  rejects('a format of many bytes', { members: withFormat('2.0\n'.repeat(1000)) }, /debian-binary has 4000 bytes/);
  rejects(
    'a control archive packed in a way dpkg does not know',
    { members: ({ format, control, data }) => [format, { ...control, name: 'control.tar.bz2' }, data] },
    /"control\.tar\.bz2" where/,
  );
  rejects(
    'a member declared larger than the file',
    { members: ({ format, control, data }) => [format, control, { ...data, declaredSize: '99999' }] },
    /"data\.tar\.gz" declares 99999 bytes/,
  );
  rejects(
    'a member declared smaller than it is',
    { members: ({ format, control, data }) => [format, control, { ...data, declaredSize: '2' }] },
    /at byte \d+ instead of a member's header/,
  );
  rejects(
    'very many members',
    {
      members: ({ format, control, data }) => [
        format,
        control,
        data,
        ...Array.from({ length: 62 }, () => ({ name: 'x', content: Buffer.alloc(0) })),
      ],
    },
    /more than 64 members/,
  );
});

describe('the control archive', () => {
  rejects('no control file', { controlEntries: [{ name: './md5sums', content: 'x' }] }, /contains no file "control"/);
  rejects(
    'two control files',
    { controlEntries: [CONTROL, { ...CONTROL, name: 'control' }] },
    /contains the file "control" twice/,
  );
  rejects(
    'a symbolic link as control file',
    { controlEntries: [{ name: 'control', type: 'symlink', linkname: '/etc/passwd' }] },
    /"control" as a symlink/,
  );
  rejects(
    'a hard link as control file',
    { controlEntries: [{ name: './control', type: 'link', linkname: 'x' }] },
    /"\.\/control" as a link/,
  );
  rejects(
    'a folder as control file',
    { controlEntries: [{ name: './control/', type: 'directory' }] },
    /as a directory/,
  );
  rejects(
    'a link as root',
    { controlEntries: [{ name: './', type: 'symlink', linkname: '/' }, CONTROL] },
    /"\.\/" as a symlink/,
  );
  rejects(
    'a path that leads upwards',
    { controlEntries: [CONTROL, { name: './../../etc/passwd', content: 'x' }] },
    /path "\.\/\.\.\/\.\.\/etc\/passwd", which leads out/,
  );
  rejects(
    'an absolute path',
    { controlEntries: [{ name: '/control', content: controlFile() }] },
    /path "\/control", which leads out/,
  );
  rejects(
    'very many entries',
    { controlEntries: Array.from({ length: 1025 }, (_, i) => ({ name: `f${i}`, content: '' })) },
    /more than 1024 entries/,
  );
  rejects(
    'a sparse file behind the control file',
    { controlArchive: gzipSync(Buffer.concat([ONE.subarray(0, -1024), SPARSE])) },
    /control\.tar\.gz: The tar archive has a sparse file/,
  );
  rejects(
    'a pax header of 2 MiB',
    { controlArchive: gzipSync(GLOBAL) },
    /pax header of 2097\d+ bytes; the maximum is 65536/,
  );
  rejects('a path of over 4 KiB', { controlEntries: [CONTROL, { name: 'p/'.repeat(2049) }] }, /more than 4096 bytes/);
  rejects(
    'a control file of over a MiB',
    { controlEntries: [{ name: 'control', content: controlFile({ Tag: 'x'.repeat(1024 * 1024) }) }] },
    /has \d+ bytes; the maximum is 1048576/,
  );
  rejects(
    'an archive that unpacks to over 16 MiB',
    { controlArchive: gzipSync(BOMB) },
    /control\.tar\.gz: The content unpacks to more/,
  );
  rejects(
    'an xz archive that unpacks to over 16 MiB',
    { compression: 'xz', controlArchive: xzFile(BOMB) },
    /unpacks to more/,
  );
  rejects(
    'an entry that declares more than there is',
    { compression: 'none', controlArchive: CUT_OFF },
    /control\.tar: The tar archive is truncated/,
  );
  rejects(
    'an archive packed otherwise than its name says',
    { compression: 'xz', controlArchive: gzipSync('x') },
    /control\.tar\.xz: The content cannot be unpacked as xz/,
  );
});

describe('the control file', () => {
  rejects('no name', { control: { Package: undefined } }, /has no Package/);
  rejects('an empty name', { control: { Package: '' } }, /has no Package/);
  rejects(
    'a tilde in the name',
    { control: { Package: 'demo~1' } },
    /Package is "demo~1"; it should be letters, digits/,
  );
  rejects('a path as name', { control: { Package: '../demo' } }, /Package is "\.\.\/demo"/);
  rejects('a name of two lines', { control: { Package: 'demo\n more' } }, /Package is "demo\\n more"/);
  rejects('no version', { control: { Version: undefined } }, /has no Version/);
  rejects('a version with other characters', { control: { Version: '1.0/2' } }, /Version is "1\.0\/2"/);
  rejects('no architecture', { control: { Architecture: undefined } }, /has no Architecture/);
  rejects('a wildcard as architecture', { control: { Architecture: 'any' } }, /Architecture is "any"/);
  rejects('sources', { control: { Architecture: 'source' } }, /Architecture is "source"/);
  rejects('several architectures', { control: { Architecture: 'amd64 arm64' } }, /Architecture is "amd64 arm64"/);
  rejects(
    'more than a file name can hold',
    { control: { Package: 'x'.repeat(200), Version: '1'.repeat(60) } },
    /with 269 characters; the maximum is 255/,
  );
  rejects('no newline at its end', { control: controlFile().trimEnd() }, /does not end with a newline/);
  rejects('an empty field at its end', { control: `${controlFile()}Tag:\n` }, /ends with the empty field "Tag"/);
  rejects('a field that dpkg keeps for itself', { control: { Status: 'x' } }, /Status is "x"; dpkg does not allow/);
  rejects(
    'a field of one character',
    { control: { X: 'x' } },
    /the field "X"; a name must have at least two characters/,
  );
  rejects('a revision beside the version', { control: { Revision: '2' } }, /append it to Version/);
  rejects('files that dpkg cannot read', { control: { Conffiles: 'x' } }, /Conffiles is "x"; dpkg cannot read it/);
  rejects(
    'a package of the installer whose name is not that of one',
    { control: { 'Package-Type': 'udeb' } },
    /Package-Type is "udeb", but the file is named "upload.bin"; end the name with ".udeb"/,
  );
  rejects('an architecture that begins like the lists of udebs', { control: { Architecture: 'udeb-amd64' } }, /udeb-/);
  rejects('an unknown kind of multi-arch', { control: { 'Multi-Arch': 'maybe' } }, /"maybe"; it must be same, foreign/);
  rejects('multi-arch for all', { control: { 'Multi-Arch': 'same' } }, /cannot be combined/);
  rejects(
    'packages without commas between them',
    { control: { Depends: 'libc6 libssl3' } },
    /Depends cannot be read at "libc6 libssl3": separate packages with commas/,
  );
  rejects('a comma too many', { control: { Depends: ', a' } }, /Depends cannot be read at ", a"/);
});

test.runIf(existsSync('/proc/self/fd'))('leaves no file open', async () => {
  const bytes = await buildDeb({ compression: 'xz', control: { Package: '?' } });
  await withIncoming(bytes, async (incoming) => {
    await expect(readDeb(incoming)).rejects.toBeInstanceOf(UnacceptableFile);
    const open = await Promise.all(
      (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
    );
    expect(open).not.toContain(incoming.files[0]?.path);
  });
});

test('a failing disk is not a fault of the file', async () => {
  await withIncoming(await buildDeb(), async (incoming) => {
    const file = onlyFile(incoming);
    const reading = readDeb({ ...incoming, files: [{ ...file, path: `${file.path}-lost` }] });
    await expect(reading).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

function rejects(what: string, recipe: DebRecipe, reason: RegExp): void {
  test(`rejects ${what}`, async () => {
    const bytes = await buildDeb(recipe);
    const rejection = await withIncoming(bytes, (incoming) => readDeb(incoming).catch((error: unknown) => error));
    expect(rejection).toBeInstanceOf(UnacceptableFile);
    expect(rejection).toHaveProperty('message', expect.stringMatching(reason));
  });
}

function withFormat(text: string): NonNullable<DebRecipe['members']> {
  return ({ format, control, data }) => [{ ...format, content: Buffer.from(text) }, control, data];
}
