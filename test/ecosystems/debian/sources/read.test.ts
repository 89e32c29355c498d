/** Which files of source packages are accepted. */
import { describe, expect, test } from 'vitest';
import { read } from '../../../../src/ecosystems/debian/read.ts';
import { sourceEntryRefusal } from '../../../../src/ecosystems/debian/sources/entries.ts';
import type { Release } from '../../../../src/registry/ecosystem.ts';
import { withIncoming } from '../../../fixtures/local-file.ts';
import { buildSource, clearSigned, type SourceRecipe } from '../../../fixtures/source-package.ts';

const readFile = (name: string, bytes: Uint8Array): Promise<Release> => withIncoming(bytes, read, name);
const readText = (text: string, name = 'any-name.dsc'): Promise<Release> => readFile(name, Buffer.from(text));

async function dscOf(recipe: SourceRecipe = {}): Promise<string> {
  return (await buildSource(recipe)).dsc.bytes.toString();
}

describe('a .dsc', () => {
  test.each([
    [{}, ['1.0-1.debian.tar.gz', '1.0.orig.tar.gz']],
    [{ format: '1.0' }, ['1.0-1.diff.gz', '1.0.orig.tar.gz']],
    [{ format: '3.0 (native)', version: '1.0' }, ['1.0.tar.gz']],
    [{ version: '2:1.0-rc.1-1~bpo' }, ['1.0-rc.1-1~bpo.debian.tar.gz', '1.0-rc.1.orig.tar.gz']],
    [{ components: ['docs'] }, ['1.0-1.debian.tar.gz', '1.0.orig-docs.tar.gz', '1.0.orig.tar.gz']],
  ] as const)('%j needs its files', async (recipe, needs) => {
    const release = await readText(await dscOf(recipe));
    const { name, version, variant, mayMiss } = release;
    expect({ name, version, variant, mayMiss }).toEqual({
      name: 'hello',
      version: 'version' in recipe ? recipe.version : '1.0-1',
      variant: 'source',
      mayMiss: true,
    });
    expect(release.needs.toSorted()).toEqual(needs);
    expect(release.entries.map(({ part, text }) => [part, sourceEntryRefusal(text)])).toEqual([['source', undefined]]);
  });

  test('has the file name of its version, without the epoch', async () => {
    expect((await readText(await dscOf({ version: '1:1.0-1' }))).files[0]?.name).toBe('hello_1.0-1.dsc');
  });

  test('is read within its signature, and in Latin-1', async () => {
    const text = clearSigned(await dscOf({ fields: { Maintainer: 'Zoë <zoe@example.test>' } }));
    for (const encoding of ['utf8', 'latin1'] as const) {
      const { metadata } = await readFile('hello.dsc', Buffer.from(text, encoding));
      expect(metadata['maintainer']).toBe('Zoë <zoe@example.test>');
    }
  });

  test.each([
    'debhelper (>= 13)',
    'debhelper (>= 13), ',
    'a [amd64 !i386], b [linux-any] <!nocheck> <stage1 cross> | c:any (<< 2)',
    'a\n , b <pkg.hello.x>',
  ])('may build-depend on %j', async (value) => {
    await expect(readText(await dscOf({ fields: { 'Build-Depends': value } }))).resolves.toBeDefined();
  });

  test.each([
    'a b',
    'a [amd64',
    'a []',
    'a <!nocheck',
    'a <x> [amd64]',
    'a (>= 1) b',
    'a, , b',
    'a | ',
    'a [AMD64]',
    'ä',
  ])('may not build-depend on %j', async (value) => {
    await expect(readText(await dscOf({ fields: { 'Build-Depends': value } }))).rejects.toThrow(
      "The control file's Build-Depends cannot be read at",
    );
  });

  const rejections: readonly (readonly [string, (text: string) => string, string])[] = [
    ['without Source', (text) => text.replace(/^Source.*\n/m, ''), 'has no Source'],
    ['whose name has a capital letter', (text) => text.replace('Source: hello', 'Source: Hello'), 'Source is "Hello"'],
    ['whose name leads elsewhere', (text) => text.replace('Source: hello', 'Source: ../x'), 'Source is "../x"'],
    ['whose version is invalid', (text) => text.replace('Version: 1.0-1', 'Version: 1/0'), 'Version is "1/0"'],
    ['of an unknown format', (text) => text.replace('3.0 (quilt)', '3.0 (git)'), 'has the format "3.0 (git)"'],
    ['of the format of other files', (text) => text.replace('3.0 (quilt)', '1.0'), 'has one .tar.gz, or one'],
    ['without digests', (text) => text.replace(/^Checksums-Sha256:(?:\n .*)+\n/m, ''), 'no field Checksums-Sha256'],
    ['without Files', (text) => text.replace(/^Files:(?:\n .*)+\n/m, ''), 'has no field Files'],
    ['whose lists differ in a size', (text) => text.replace(/(?<=^Files:\n \S+ )\d+/m, '7'), 'contradict each other'],
    ['that lists a file twice', (text) => text.replace(/^Files:(\n .*)/m, 'Files:$1$1'), 'twice in Files'],
    ['that has a line without a digest', (text) => text.replace(/(?<=^Files:\n )[0-9a-f]+/m, 'x'), 'has the line'],
    ['that lists a path', (text) => text.replaceAll('hello_1.0.orig', '../hello_1.0.orig'), 'lists "../hello_1.0.orig'],
    [
      'that lists files of another version',
      (text) => text.replaceAll('hello_1.0-1.debian', 'hello_1.0-2.debian'),
      'lists',
    ],
    [
      'that lists files of another source',
      (text) => text.replaceAll('hello_1.0-1.debian', 'other_1.0-1.debian'),
      'lists',
    ],
    ['without architectures', (text) => text.replace('Architecture: any', 'Architecture: a/b'), 'Architecture is'],
    ['whose packages have no names', (text) => text.replace('Binary: hello', 'Binary: a, , b'), 'Binary is'],
    ['with two paragraphs', (text) => `${text}\n${text}`, 'has a blank line'],
    ['with a field twice', (text) => `${text}Source: other\n`, 'twice'],
    ['that is too large', (text) => `${text}X: ${'x'.repeat(1024 * 1024)}\n`, 'the maximum is'],
    ['with more than its signed text', (text) => `${clearSigned(text)}More: text\n`, 'is not one'],
    ['with a signature that does not end', (text) => clearSigned(text).replace(/-----END.*\n/, ''), 'is not one'],
    [
      'with a field among the headers of the signature',
      (text) => clearSigned(text).replace(/\n\n/, '\n \n\n'),
      'is not one',
    ],
    ['with an escaped line', (text) => clearSigned(text.replace('Source:', '- Source:')), 'is not one'],
  ];

  test.each(rejections)('%s is rejected', async (_title, change, reason) => {
    await expect(readText(change(await dscOf()))).rejects.toThrow(reason);
  });
});

describe('another file of a source', () => {
  const gz = Buffer.from('1f8b0800', 'hex');
  const xz = Buffer.from('fd377a585a0000', 'hex');
  const signature = Buffer.from('-----BEGIN PGP SIGNATURE-----\n');

  test.each([
    ['hello_1.0.orig.tar.gz', gz, '1.0.orig.tar.gz'],
    ['hello_1.0.orig-some-docs.tar.xz', xz, '1.0.orig-some-docs.tar.xz'],
    ['libfoo++2.0_1.0~rc1+dfsg-1.debian.tar.xz', xz, '1.0~rc1+dfsg-1.debian.tar.xz'],
    ['hello_1.0-1.diff.gz', gz, '1.0-1.diff.gz'],
    ['hello_1.0.tar.gz', gz, '1.0.tar.gz'],
    ['hello_1.0.orig.tar.bz2', Buffer.from('BZh9'), '1.0.orig.tar.bz2'],
    ['hello_1.0.orig.tar.gz.asc', signature, '1.0.orig.tar.gz.asc'],
  ])('%s is a version of its source', async (name, bytes, version) => {
    const release = await readFile(name, bytes);
    expect([release.version, release.variant, release.files[0]?.name]).toEqual([version, 'source', name]);
    expect(sourceEntryRefusal(release.entries[0]?.text ?? '')).toBeUndefined();
  });

  test.each([
    ['hello.tar.gz', gz],
    ['hello_1.0.orig.tar.zst', gz],
    ['Hello_1.0.orig.tar.gz', gz],
    ['hello_x.orig.tar.gz', gz],
    ['hello_1.0.orig_x.tar.gz', gz],
    ['hello_1.0-1.debian.tar.xz.asc', signature],
    ['hello_1.0-1.diff.gz.asc', signature],
    ['hello_1.0 .orig.tar.gz', gz],
  ])('%j is not a name of one', async (name, bytes) => {
    await expect(readFile(name, bytes)).rejects.toThrow('is not named like a file of a source package');
  });

  test.each([
    ['hello_1.0.orig.tar.xz', gz, 'that xz compressed'],
    ['hello_1.0.orig.tar.gz', Buffer.from('x'), 'that gz compressed'],
    ['hello_1.0.orig.tar.gz.asc', gz, 'an OpenPGP signature'],
  ])('%s must begin like files of its name', async (name, bytes, reason) => {
    await expect(readFile(name, bytes)).rejects.toThrow(reason);
  });

  test.each(['hello_1.0-1_amd64.changes', 'hello_1.0-1_amd64.buildinfo'])('%s is for dput', async (name) => {
    await expect(readText('Format: 1.8\n', name)).rejects.toThrow('upload it with dput');
  });
});
