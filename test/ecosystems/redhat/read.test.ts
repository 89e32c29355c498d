import { describe, expect, it, test } from 'vitest';
import { longest } from '../../../src/model/limits.ts';
import { buildRpm, EQUAL, type RpmRecipe } from '../../fixtures/rpm-package.ts';
import { linesOf, listRpms, readRpm } from './read-rpm.ts';

test('reads name, version, release, epoch and architecture', async () => {
  const release = await readRpm({ name: 'gcc-c++', epoch: 2, version: '1.0~rc1', release: '3^git.el9', arch: 'i686' });
  expect(release).toMatchObject({ name: 'gcc-c++', version: '2:1.0~rc1-3^git.el9', variant: 'i686' });
  // Machines of i386 and x86_64 list it.
  expect(release.entries.map(({ part }) => part)).toEqual(['i386']);
});

test('omits an epoch of 0, which rpm treats like none', async () => {
  expect((await readRpm({ epoch: 0 })).version).toBe('1.0-1');
});

it('T-RPM-3: names the file by the header, regardless of the upload', async () => {
  const { files } = await readRpm({ epoch: 1 });
  expect(files.map(({ name }) => name)).toEqual(['demo-1.0-1.noarch.rpm']);
});

test('recognizes a source package by either tag', async () => {
  const bySourceTag = await readRpm({ arch: 'src' });
  const withoutSourceRpm = await readRpm({ tags: new Map([[1044, undefined]]) });
  for (const { variant, entries } of [bySourceTag, withoutSourceRpm]) {
    expect([variant, entries[0]?.part]).toEqual(['src', 'src']);
  }
});

describe('versions of the format', () => {
  test('version 3 has old file names and no flags of dependencies', async () => {
    const old = new Map([
      [1027, { strings: ['/bin/old', '/usr/share/old'] }],
      ...[1047, 1112, 1113, 1116, 1117, 1118].map((tag) => [tag, undefined] as const),
      [1054, { strings: ['other'] }] as const,
    ]);
    const { primary, filelists } = await listRpms({ tags: old });
    expect(primary).toContain('<file>/bin/old</file>\n</format>');
    expect(linesOf(primary, 'rpm:conflicts')).toEqual(['<rpm:entry name="other"/>']);
    expect(filelists).toContain('<file>/bin/old</file>\n<file>/usr/share/old</file>');
  });

  test('version 6 has no sizes in its signature header', async () => {
    const signature = new Map([269, 1000, 1004, 1007].map((tag) => [tag, undefined] as const));
    const tags = new Map([
      [1009, undefined],
      [5009, { int64: [5_000_000_000] }],
      [5113, { int64: [6_000_000_000] }],
    ]);
    const { primary } = await listRpms({ signature, tags });
    expect(primary).toContain('installed="5000000000" archive="6000000000"/>');
  });
});

it('T-RPM-9: escapes texts, and keeps long ones', async () => {
  const description = `Rock & roll <b>"loud"</b>\r\n${'é'.repeat(70_000)}`;
  const { primary } = await listRpms({ tags: new Map([[1005, { i18n: [description] }]]) });
  const [, text = ''] = /<description>(.*?)<\/description>/s.exec(primary) ?? [];
  expect(text.slice(0, 56)).toBe('Rock &amp; roll &lt;b&gt;"loud"&lt;/b&gt;&#13;\nééééééééé');
  expect(text.length).toBeGreaterThan(70_000);
});

test('reads texts that are not UTF-8 as Latin-1, and leaves out control characters', async () => {
  const summary = Buffer.from('Caf\xe9\x07', 'latin1');
  const { primary } = await listRpms({ tags: new Map([[1004, { i18n: [summary] }]]) });
  expect(primary).toContain('<summary>Café</summary>');
});

it('T-RPM-10: passes rich dependencies on', async () => {
  const { primary } = await listRpms({ dependencies: { requires: [{ name: '(a >= 1 if (b or c))' }] } });
  expect(linesOf(primary, 'rpm:requires')).toEqual(['<rpm:entry name="(a &gt;= 1 if (b or c))"/>']);
});

test('lists all kinds of dependencies in the order of createrepo_c', async () => {
  const one = [{ name: 'x', flags: 10, version: '1:2-3' }];
  const dependencies = Object.fromEntries(
    ['requires', 'conflicts', 'obsoletes', 'recommends', 'suggests', 'supplements', 'enhances'].map((kind) => [
      kind,
      one,
    ]),
  );
  const { primary } = await listRpms({ dependencies });
  const kinds = [...primary.matchAll(/<rpm:(\w+)>\n<rpm:entry name="x" flags="LE" epoch="1" ver="2" rel="3"\/>/g)];
  expect(kinds.map(([, kind]) => kind)).toEqual([
    'requires',
    'conflicts',
    'obsoletes',
    'suggests',
    'enhances',
    'recommends',
    'supplements',
  ]);
});

describe('requirements', () => {
  const requirements = async (names: NonNullable<RpmRecipe['dependencies']>['requires'] = [], recipe: RpmRecipe = {}) =>
    linesOf(
      (await listRpms({ ...recipe, dependencies: { ...recipe.dependencies, requires: names } })).primary,
      'rpm:requires',
    );

  test('of rpm, of the package itself, and repeated ones are left out', async () => {
    const files = [
      { path: '/usr/bin/demo', content: 'x' },
      { path: '/usr/share/demo', content: 'x' },
    ];
    const provides = [{ name: 'lib', flags: EQUAL, version: '1-1' }];
    const kept = await requirements(
      [
        { name: 'rpmlib(CompressedFileNames)', flags: 16_777_226, version: '3.0.4-1' },
        { name: '/usr/bin/demo' },
        { name: '/usr/share/demo' },
        { name: 'lib', flags: EQUAL, version: '1-1' },
        { name: 'lib', flags: EQUAL, version: '2-1' },
        { name: 'again' },
        { name: 'again' },
      ],
      { files, dependencies: { provides } },
    );
    expect(kept).toEqual([
      '<rpm:entry name="/usr/share/demo"/>',
      '<rpm:entry name="lib" flags="EQ" epoch="0" ver="2" rel="1"/>',
      '<rpm:entry name="again"/>',
    ]);
  });

  test('for scripts before the installation are marked', async () => {
    expect(
      await requirements([
        { name: 'shell', flags: 1 << 9 },
        { name: 'other', flags: 1 << 11 },
      ]),
    ).toEqual(['<rpm:entry name="shell" pre="1"/>', '<rpm:entry name="other"/>']);
  });

  test('of glibc: only the highest symbol remains, at the end', async () => {
    const glibc = ['2.2.5', '2.34', '2.4'].map((version) => ({ name: `libc.so.6(GLIBC_${version})(64bit)` }));
    expect(await requirements([...glibc, { name: 'libc.so.6()(64bit)' }, { name: 'last' }])).toEqual([
      '<rpm:entry name="last"/>',
      '<rpm:entry name="libc.so.6(GLIBC_2.34)(64bit)"/>',
    ]);
  });

  test('whose epoch is not a number are left out', async () => {
    expect(await requirements([{ name: 'a', flags: EQUAL, version: 'x:1' }, { name: 'b' }])).toHaveLength(1);
  });
});

test('lists files with their types, and only important ones in the first list', async () => {
  const files = [
    { path: '/etc/demo.conf', content: 'x' },
    { path: '/usr/share/demo' },
    { path: '/var/log/demo', content: '', ghost: true },
  ];
  const { primary, filelists } = await listRpms({ files });
  expect([...primary.matchAll(/<file.*/g)].map(([line]) => line)).toEqual(['<file>/etc/demo.conf</file>']);
  expect([...filelists.matchAll(/<file[ >].*/g)].map(([line]) => line)).toEqual([
    '<file>/etc/demo.conf</file>',
    '<file type="dir">/usr/share/demo</file>',
    '<file type="ghost">/var/log/demo</file>',
  ]);
});

test('lists the latest ten changes, the oldest first, with different times', async () => {
  const changes = Array.from({ length: 12 }, (_, n) => ({
    time: n < 2 ? 1000 : 900 - n,
    author: `A${n}`,
    text: `t${n}`,
  }));
  const { other } = await listRpms({ changes });
  const listed = [...other.matchAll(/<changelog author="(\w+)" date="(\d+)">/g)].map(([, author, date]) => [
    author,
    date,
  ]);
  expect(listed).toHaveLength(10);
  expect([listed[0], ...listed.slice(-2)]).toEqual([
    ['A9', '891'],
    ['A1', '1000'],
    ['A0', '1001'],
  ]);
});

it('T-RPM-14: accepts packages with a signature of any kind, or with none', async () => {
  const signed = new Map([
    [267, { binary: Buffer.alloc(72, 1) }],
    [268, { binary: Buffer.alloc(300, 2) }],
    [1005, { binary: Buffer.alloc(300, 3) }],
    [278, { strings: ['aGVsbG8='] }],
  ]);
  for (const signature of [signed, undefined])
    expect((await readRpm(signature ? { signature } : {})).name).toBe('demo');
});

test('has a notice if the package belongs to a module, whose metadata dnf would need', async () => {
  const { notice } = await readRpm({ tags: new Map([[5096, { string: 'nodejs:20:1:abc' }]]) });
  expect([notice, (await readRpm()).notice]).toEqual([expect.stringContaining('module "nodejs:20:1:abc"'), null]);
});

describe('rejects', () => {
  const cases: readonly (readonly [string, RpmRecipe | Uint8Array, string])[] = [
    ['a file of another kind', Buffer.from('!<arch>\n'), 'is not an RPM package'],
    ['a package without a name', { tags: new Map([[1000, undefined]]) }, 'has no name'],
    ['a name that could not be part of a URL', { name: 'a/b' }, "The package's name is"],
    ['a version with a hyphen', { version: '1-2' }, "The package's version is"],
    ['an architecture with a space', { arch: 'x 86' }, "The package's architecture is"],
    ['a long file name', { name: 'a'.repeat(250) }, 'characters; the maximum is 255'],
    ['a path that XML cannot contain', { files: [{ path: '/usr/\x01', content: '' }] }, 'cannot contain'],
    ['a dependency that XML cannot contain', { dependencies: { requires: [{ name: 'a\x1eb' }] } }, 'cannot contain'],
    ['names in a folder that does not exist', { tags: new Map([[1116, { int32: [7] }]]) }, 'a folder that does not'],
    ['lists of different lengths', { tags: new Map([[1112, { int32: [1, 2] }]]) }, 'provides with 2 flags'],
    ['a name that is a number', { tags: new Map([[1000, { int32: [1] }]]) }, 'unexpected type'],
  ];
  test.each(cases)('%s', async (_, recipe, reason) => {
    await expect(readRpm(recipe)).rejects.toThrow(reason);
  });

  test('a package that ends anywhere in its headers', async () => {
    const rpm = buildRpm();
    for (let size = 0; size < 400; size += 7) {
      await expect(readRpm(rpm.subarray(0, size))).rejects.toMatchObject({ name: 'UnacceptableFile' });
    }
  });
});

test('has names and versions of at most the length of the API', async () => {
  const { version } = await readRpm({ epoch: 4_294_967_295, version: 'v'.repeat(100), release: 'r'.repeat(120) });
  expect(version.length).toBeLessThanOrEqual(longest.version);
});
