/** Packages that are rejected, each with the reason and the remedy. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildTarball, type NpmRecipe } from '../../fixtures/npm-package.ts';
import { tarArchive } from '../../fixtures/tar-archive.ts';
import { readPublished, readTarball, type Sent } from './read-package.ts';

describe('T-NPM-9: a manifest that disagrees with package.json in the tarball', () => {
  const fields = { scripts: { test: 'x' }, bin: { demo: 'cli.js' }, dependencies: { a: '^1.0.0', b: 'acme/b#v1' } };

  test.each<[string, Sent['changes'], string]>([
    ['name', { name: 'other' }, 'the name "other"'],
    ['version', { version: '1.0.1' }, 'the version "1.0.1"'],
    ['a script that is missing', { scripts: {} }, '"test" in "scripts"'],
    ['another script', { scripts: { test: 'y' } }, 'has "y" for "test"'],
    ['a script more', { scripts: { test: 'x', postinstall: 'evil' } }, '"postinstall" in "scripts"'],
    ['an install script that npm does not add', { scripts: { test: 'x', install: 'evil' } }, '"install" in "scripts"'],
    ['no command', { bin: undefined }, '"demo" in "bin"'],
    ['a command elsewhere', { bin: { demo: 'evil.js' } }, 'has "evil.js" for "demo"'],
    ['a command more', { bin: { demo: 'cli.js', ls: 'cli.js' } }, '"ls" in "bin"'],
    ['no dependencies', { dependencies: {} }, '"a" in "dependencies"'],
    ['another range', { dependencies: { a: '*', b: 'acme/b#v1' } }, 'has "*" for "a"'],
    ['a repository', { dependencies: { a: 'github:evil/a' } }, '"a" in "dependencies"'],
    ['another owner', { dependencies: { a: '^1.0.0', b: 'github:evil/b' } }, '"b" in "dependencies"'],
    ['another host', { dependencies: { a: '^1.0.0', b: 'https://evil.example/acme/b' } }, '"b" in "dependencies"'],
    ['another commit', { dependencies: { a: '^1.0.0', b: 'acme/b#v2' } }, '"b" in "dependencies"'],
    ['a dependency more', { optionalDependencies: { evil: '1' } }, '"evil" in "dependencies"'],
  ])('is rejected: %s', async (_, changes, reason) => {
    await expect(readPublished({ fields }, { changes })).rejects.toThrow(reason);
  });
});

describe('T-NPM-10: a tarball that is not the one of its manifest', () => {
  test.each<[string, Sent, string]>([
    ['another integrity', { changes: { dist: { integrity: 'sha512-AAAA' } } }, 'the integrity "sha512-AAAA"'],
    ['another SHA-1', { changes: { dist: { shasum: '00' } } }, 'the SHA-1 "00"'],
    ['another length', { claims: { length: 3 } }, 'according to its attachment it has 3'],
  ])('is rejected: %s', async (_, sent, reason) => {
    await expect(readPublished({}, sent)).rejects.toThrow(reason);
  });
});

describe('T-NPM-11: a name that new packages may not have', () => {
  test.each([
    ['Demo', 'has capitals'],
    ['a'.repeat(215), 'has 215 characters'],
    ['http', 'is the name of a module of Node.js'],
    ['node_modules', 'is reserved'],
    ['.demo', 'begins with'],
    ['_demo', 'begins with'],
    ['-', 'begins with'],
    ['@acme/.demo', 'begins with'],
    ['de mo', 'is not a name'],
    ['@acme', 'is not a name'],
    ['@acme/demo/deep', 'is not a name'],
    ['demo~', 'is not a name'],
    ['', 'is not a name'],
  ])('is rejected: %s', async (name, reason) => {
    await expect(readPublished({ name })).rejects.toThrow(reason);
  });

  test.each(['@acme/http', 'a'.repeat(214), 'lodash.get', 'x-y_z', '1'])('is not: %s', async (name) => {
    expect(await readPublished({ name })).toMatchObject({ name });
  });
});

test.each(['1.0', 'v1.0.0', '01.0.0', 'latest', ''])('rejects the version "%s"', async (version) => {
  await expect(readPublished({ version })).rejects.toThrow('is not a Semantic Version');
});

const packageJson = { name: 'package/package.json', content: '{"name":"demo","version":"1.0.0"}' };

test.each<[string, NpmRecipe['entries'], string]>([
  ['no package.json', () => [{ name: 'package/index.js', content: '' }], 'no "package.json" in its folder'],
  ['a package.json in a deeper folder', () => [{ ...packageJson, name: 'a/b/package.json' }], 'no "package.json"'],
  [
    'a link as package.json',
    () => [{ ...packageJson, type: 'symlink', content: '', linkname: 'x' }],
    'no "package.json"',
  ],
  ['two of them', () => [packageJson, packageJson], 'two files "package.json"'],
  ['two in two folders', () => [packageJson, { ...packageJson, name: 'other/package.json' }], 'two files'],
  ['a list', () => [{ ...packageJson, content: '[]' }], 'is not a JSON object'],
  ['no JSON', () => [{ ...packageJson, content: '{' }], 'is not JSON in UTF-8'],
  ['no UTF-8', () => [{ ...packageJson, content: Uint8Array.of(0x22, 0xff, 0x22) }], 'is not JSON in UTF-8'],
  ['too much', () => [{ ...packageJson, content: `{"x":"${'x'.repeat(1024 ** 2)}"}` }], 'the maximum is 1048576'],
])('rejects a tarball with %s', async (_, entries, reason) => {
  await expect(readTarball(await buildTarball({ entries: entries ?? ((usual) => usual) }))).rejects.toThrow(reason);
});

test('rejects bytes that are not a tar archive in gzip', async () => {
  await expect(readTarball(await tarArchive([packageJson]))).rejects.toThrow('cannot be unpacked as gz');
  await expect(readTarball(gzipSync('x'.repeat(2000)))).rejects.toThrow('The tar archive is damaged');
});

test.each([
  ['no JSON', '{', 'is not JSON'],
  ['no statement', '{}', 'has no signed statement'],
  [
    'a statement about another file',
    bundle({ predicateType: 'x', subject: [{ digest: { sha512: '00' } }] }),
    'another',
  ],
  ['no predicate', bundle({ subject: [] }), 'is about another tarball'],
])('rejects a provenance with %s', async (_, provenance, reason) => {
  await expect(readPublished({}, { claims: { provenance } })).rejects.toThrow(reason);
});

function bundle(statement: object): string {
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64');
  return JSON.stringify({ dsseEnvelope: { payload } });
}
