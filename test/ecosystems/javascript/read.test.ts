/** Results of reading tarballs and manifests. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readVersionEntry, type VersionEntry } from '../../../src/ecosystems/javascript/version-entry.ts';
import type { Release } from '../../../src/registry/ecosystem.ts';
import { buildTarball, type NpmRecipe } from '../../fixtures/npm-package.ts';
import { readPublished, readTarball } from './read-package.ts';

function entryOf({ entries: [entry] }: Release): VersionEntry {
  return readVersionEntry(entry?.text ?? '');
}

test('reads a scoped package, whose tarball has the name without the scope', async () => {
  const release = await readPublished({ name: '@acme/demo', version: '2.0.0-rc.1' });
  expect(release).toMatchObject({ name: '@acme/demo', version: '2.0.0-rc.1', variant: null });
  expect(release.files.map(({ name, role }) => [name, role])).toEqual([['demo-2.0.0-rc.1.tgz', 'main']]);
  expect(release.entries.map(({ part }) => part)).toEqual(['@acme/demo']);
});

test('keeps a manifest unchanged, also its unknown fields', async () => {
  const fields = {
    bin: { demo: 'cli.js' },
    peerDependencies: { react: '*' },
    peerDependenciesMeta: { react: { optional: true } },
    optionalDependencies: { fsevents: '2' },
    os: ['linux'],
    cpu: ['x64'],
    libc: ['glibc'],
    engines: { node: '>=20' },
    fieldOfTomorrow: [{ deep: null }],
  };
  const { manifest } = entryOf(await readPublished({ fields }));
  expect(manifest).toEqual({ name: 'demo', version: '1.0.0', ...fields, _id: 'demo@1.0.0' });
});

test('computes the facts of the tarball, regardless of the manifest', async () => {
  const tarball = await buildTarball();
  const { dist } = entryOf(await readPublished({}, { changes: { dist: { fileCount: 99, unpackedSize: 1 } } }));
  expect(dist).toEqual({
    file: 'demo-1.0.0.tgz',
    integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
    shasum: createHash('sha1').update(tarball).digest('hex'),
    fileCount: 2,
    unpackedSize: '{"name":"demo","version":"1.0.0"}'.length + 'module.exports = "1.0.0";\n'.length,
  });
});

const withGyp: NpmRecipe['entries'] = (usual) => [...usual, { name: 'package/binding.gyp', content: '{}' }];

test.each<[string, NpmRecipe, boolean]>([
  ['no scripts', {}, false],
  ['a test script', { fields: { scripts: { test: 'node test.js' } } }, false],
  ['preinstall', { fields: { scripts: { preinstall: 'x' } } }, true],
  ['install', { fields: { scripts: { install: 'x' } } }, true],
  ['postinstall', { fields: { scripts: { postinstall: 'x' } } }, true],
  ['an empty postinstall', { fields: { scripts: { postinstall: '' } } }, false],
  ['a binding.gyp', { entries: withGyp }, true],
  ['a binding.gyp and gypfile: false', { entries: withGyp, fields: { gypfile: false } }, false],
  [
    'a binding.gyp in a folder below',
    { entries: (usual) => [...usual, { name: 'package/deps/binding.gyp', content: '{}' }] },
    false,
  ],
])('computes whether a package with %s runs code when it is installed', async (_, recipe, expected) => {
  expect(entryOf(await readPublished(recipe)).hasInstallScript).toBe(expected);
});

test('keeps the readme of the name, not of each version', async () => {
  const release = await readPublished({}, { changes: { readme: '# Demo', readmeFilename: 'README.md' } });
  expect(release.project).toEqual({ readme: '# Demo', readmeFilename: 'README.md' });
  expect(entryOf(release).manifest).not.toHaveProperty('readme');
});

test('reads a tarball without a manifest from its package.json', async () => {
  const release = await readTarball(await buildTarball({ fields: { description: 'A demo', license: 'MIT' } }));
  expect(release).toMatchObject({
    name: 'demo',
    version: '1.0.0',
    metadata: { description: 'A demo', license: 'MIT' },
  });
  expect(entryOf(release).manifest).toEqual({ name: 'demo', version: '1.0.0', description: 'A demo', license: 'MIT' });
});

test('reads a tarball whose folder has another name', async () => {
  const entries: NpmRecipe['entries'] = (usual) =>
    usual.map((entry) => ({ ...entry, name: entry.name.replace('package', 'demo-0123abc') }));
  expect(await readPublished({ entries })).toMatchObject({ name: 'demo' });
});

test.each<[string, NpmRecipe, Readonly<Record<string, unknown>>]>([
  ['a command as a path', { fields: { bin: './cli.js' } }, { bin: { demo: 'cli.js' } }],
  ['commands of a folder', { fields: { directories: { bin: './bin' } } }, { bin: { tool: 'bin/tool' } }],
  ['a script for binding.gyp', { entries: withGyp }, { scripts: { install: 'node-gyp rebuild' }, gypfile: true }],
  ['a script for server.js', {}, { scripts: { start: 'node server.js' } }],
  [
    'optional dependencies among the others',
    { fields: { optionalDependencies: { a: '1' } } },
    { dependencies: { a: '1' } },
  ],
  [
    'the addresses of repositories',
    {
      fields: { dependencies: { a: 'git://github.com/acme/a.git#v1', b: 'acme/b', c: 'git+ssh://git@gitlab.com/c/c' } },
    },
    { dependencies: { a: 'github:acme/a#v1', b: 'github:acme/b', c: 'gitlab:c/c' } },
  ],
  ['a version without its build metadata (T-NPM-13)', { version: '1.0.0+build' }, { version: '1.0.0' }],
])('accepts what npm writes before it publishes: %s', async (_, recipe, changes) => {
  expect(await readPublished(recipe, { changes })).toMatchObject({ name: 'demo' });
});

test('reads the type of a provenance, which is stored beside the tarball', async () => {
  const tarball = await buildTarball();
  const statement = {
    predicateType: 'https://slsa.dev/provenance/v1',
    subject: [{ name: 'pkg:npm/demo@1.0.0', digest: { sha512: createHash('sha512').update(tarball).digest('hex') } }],
  };
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64');
  const provenance = JSON.stringify({ dsseEnvelope: { payload } });
  const release = await readPublished({}, { claims: { provenance } });
  expect(entryOf(release).provenance).toBe('https://slsa.dev/provenance/v1');
  expect(release.files.map(({ name, role }) => [name, role])).toEqual([
    ['demo-1.0.0.tgz', 'main'],
    ['demo-1.0.0.sigstore', 'attached'],
  ]);
});
