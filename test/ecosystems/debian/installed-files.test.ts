/** The paths of files that a package installs, as `Contents` lists them. */
import { open } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import {
  readInstalledFiles,
  type DataLimits,
  type InstalledFiles,
} from '../../../src/ecosystems/debian/data-archive.ts';
import { findMembers } from '../../../src/ecosystems/debian/deb-members.ts';
import { read as readDeb } from '../../../src/ecosystems/debian/read.ts';
import type { Release } from '../../../src/registry/ecosystem.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import { buildDeb, type DebRecipe } from '../../fixtures/deb-package.ts';
import { withIncoming } from '../../fixtures/local-file.ts';
import type { TarRecipe } from '../../fixtures/tar-archive.ts';

const contents = 'contents:all';

test.each(['none', 'gz', 'xz', 'zst'] as const)('are read from a data archive packed by %s', async (compression) => {
  expect(await listed({ compression, dataEntries: [file('./usr/bin/demo')] })).toEqual(['demo', 'usr/bin/demo']);
});

test('are all but the directories, each once, in the order of the archive', async () => {
  const dataEntries: TarRecipe[] = [
    { name: './usr/', type: 'directory' },
    file('./usr/z'),
    { name: './usr/a', type: 'symlink', linkname: '../../outside' },
    { name: './usr/b', type: 'link', linkname: './usr/z' },
    { name: './run/pipe', type: 'fifo' },
    file('usr//./z'),
    file('/etc/demo'),
  ];
  expect(await listed({ dataEntries })).toEqual(['demo', 'usr/z', 'usr/a', 'usr/b', 'run/pipe', 'etc/demo']);
});

test.each([
  ['utils', 'utils/demo'],
  ['contrib/utils', 'contrib/utils/demo'],
  ['two words', 'demo'],
  ['a,b', 'demo'],
  ['/utils', 'demo'],
  ['utils/', 'demo'],
])('are those of the section %j and the name as %s', async (Section, location) => {
  expect((await listed({ control: { Section }, dataEntries: [file('a')] }))?.[0]).toBe(location);
});

test('may have blanks and any letters', async () => {
  const paths = ['a b', 'a  b c', 'Zoë', '漢字'];
  expect(await listed({ dataEntries: paths.map(file) })).toEqual(['demo', ...paths]);
});

test('are left out if they would end a line, or lose a blank', async () => {
  const paths = ['a\nb', 'c\r', 'd\tx', 'e ', ' f', 'f\u2028g', 'h\u0085i', 'j\u00a0', 'sound'];
  expect(await listed({ dataEntries: paths.map(file) })).toEqual(['demo', 'sound']);
});

test('have replacement characters for bytes that are not UTF-8', async () => {
  const release = await releaseOf({ dataEntries: [file('caf_e')] }, (bytes) => {
    const at = bytes.indexOf('caf_e');
    bytes[at + 3] = 0xe9;
    // The sum of the header grows by the difference.
    const sum = Number.parseInt(bytes.toString('latin1', at + 148, at + 154), 8) + 0xe9 - 0x5f;
    bytes.write(sum.toString(8).padStart(6, '0'), at + 148);
  });
  expect(release.entries[1]?.text).toBe('demo\ncaf\u{fffd}e');
});

test.each([{ dataEntries: [] }, { dataEntries: [{ name: './usr/', type: 'directory' as const }] }])(
  'have no entry if there are no files: %#',
  async (recipe) => {
    expect(await listed(recipe)).toBeUndefined();
  },
);

describe('a data archive', () => {
  test.each(['../outside', './usr/../../outside', '/..'])('is rejected for the path %s', async (name) => {
    await expect(listed({ dataEntries: [file(name)] })).rejects.toThrow(
      `The data archive has the path "${name}", which leads out of the archive.`,
    );
  });

  test.each(['none', 'gz', 'xz', 'zst'] as const)('is rejected if it is truncated: %s', async (compression) => {
    const dataEntries = [{ name: './big', content: Buffer.alloc(100_000, 'x') }];
    const members: DebRecipe['members'] = ({ format, control, data }) => [
      format,
      control,
      { ...data, content: Buffer.from(data.content).subarray(0, -200) },
    ];
    const reading = listed({ compression, dataEntries, members });
    await expect(reading).rejects.toBeInstanceOf(UnacceptableFile);
    await expect(reading).rejects.toThrow(/^data\.tar/);
  });

  test.each(['bz2', 'lzma'])('of %s is accepted, with a notice that the files are not listed', async (compression) => {
    const release = await releaseOf({
      members: ({ format, control, data }) => [format, control, { ...data, name: `data.tar.${compression}` }],
    });
    expect([release.entries.map(({ part }) => part), release.notice]).toEqual([
      ['all'],
      `apt-file does not find the files of this package, because its data archive is compressed with ${compression}.`,
    ]);
  });
});

describe('a data archive that is too large is accepted without the paths', () => {
  const limits: DataLimits = { files: 3, text: 20, unpacked: 100_000, xz: 1000 };
  const many = ['a', 'b', 'c', 'd'].map(file);

  test.each([
    ['for its files', { dataEntries: many }, 'it has more than 3 files'],
    ['for its paths', { dataEntries: [file('a'.repeat(21))] }, 'its paths have more than 20 characters'],
    [
      'when it is unpacked, which stops there',
      { compression: 'gz', dataEntries: [{ name: 'zeros', content: Buffer.alloc(50_000_000) }] },
      'its data archive unpacks to more than 100000 bytes',
    ],
    [
      'to be unpacked with xz',
      { compression: 'xz', dataEntries: [{ name: 'random', content: Buffer.alloc(2000, 'x') }] },
      'its data archive has more than 1000 bytes of xz',
    ],
  ] as const)('%s', async (_, recipe, unknown) => {
    expect(await filesOf(recipe, limits)).toEqual({ unknown });
  });

  test('and not up to the limits', async () => {
    expect(await filesOf({ compression: 'none', dataEntries: many.slice(0, 3) }, limits)).toEqual({
      paths: ['a', 'b', 'c'],
    });
  });
});

function file(name: string): TarRecipe {
  return { name, content: '' };
}

async function releaseOf(recipe: DebRecipe, change?: (bytes: Buffer) => void): Promise<Release> {
  const bytes = Buffer.from(await buildDeb(change ? { ...recipe, compression: 'none' } : recipe));
  change?.(bytes);
  return await withIncoming(bytes, readDeb);
}

/** Returns section and name, then the paths; undefined if there is no entry. */
async function listed(recipe: DebRecipe): Promise<readonly string[] | undefined> {
  const { entries } = await releaseOf(recipe);
  return entries.find(({ part }) => part === contents)?.text.split('\n');
}

async function filesOf(recipe: DebRecipe, limits: DataLimits): Promise<InstalledFiles> {
  return await withIncoming(await buildDeb(recipe), async ({ files: [deb] }) => {
    await using handle = await open(deb?.path ?? '', 'r');
    return await readInstalledFiles(handle, (await findMembers(handle, deb?.size ?? 0)).data, limits);
  });
}
