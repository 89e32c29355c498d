import { describe, expect, test } from 'vitest';
import { read as readDeb } from '../../../src/ecosystems/debian/read.ts';
import { digestsOf, withIncoming } from '../../fixtures/local-file.ts';
import { buildDeb, controlFile, type DebRecipe } from '../../fixtures/deb-package.ts';
import { tarArchive } from '../../fixtures/tar-archive.ts';

test.each(['none', 'gz', 'xz', 'zst'] as const)(
  'reads a package whose archives are packed by %s',
  async (compression) => {
    expect(await readBuilt({ compression })).toMatchObject({ name: 'demo', version: '1.0.0', variant: 'all' });
  },
);

test('takes name, version and architecture from the control file', async () => {
  const control = { Package: 'libfoo++2.0', Version: '1:2.0~rc1+b1-3', Architecture: 'amd64' };
  expect(await readBuilt({ control })).toMatchObject({
    name: 'libfoo++2.0',
    version: '1:2.0~rc1+b1-3',
    variant: 'amd64',
  });
});

test('takes fields in any case and order', async () => {
  const control = 'version:2\nARCHITECTURE: \t all\npackage: demo \nDescription: d\n';
  expect(await readBuilt({ control })).toMatchObject({ name: 'demo', version: '2', variant: 'all' });
});

describe('members that deb(5) lets pass', () => {
  const extra = { name: '_gpgbuilder', content: Buffer.from('odd') };

  test('those with an underscore, before and between the others', async () => {
    const members: DebRecipe['members'] = ({ format, control, data }) => [format, extra, control, extra, data, extra];
    expect((await readBuilt({ members })).name).toBe('demo');
  });

  test('any other after the data', async () => {
    const members: DebRecipe['members'] = ({ format, control, data }) => [
      format,
      control,
      data,
      { ...extra, name: 'more' },
    ];
    expect((await readBuilt({ members })).name).toBe('demo');
  });

  test('names with the slash of GNU ar', async () => {
    const members: DebRecipe['members'] = ({ format, control, data }) =>
      [format, control, data].map((member) => ({ ...member, name: `${member.name}/` }));
    expect((await readBuilt({ members })).name).toBe('demo');
  });

  test('a later minor version of the format, with further lines', async () => {
    const members: DebRecipe['members'] = ({ format, control, data }) => [
      { ...format, content: Buffer.from('2.1\nnews\n') },
      control,
      data,
    ];
    expect((await readBuilt({ members })).name).toBe('demo');
  });
});

test('finds the control file among the others of its archive', async () => {
  const controlEntries = [
    { name: 'md5sums', content: 'x'.repeat(3000) },
    { name: 'postinst', type: 'symlink', linkname: '/bin/true' },
    { name: 'control', content: controlFile() },
    { name: 'conffiles', content: '/etc/demo\n' },
  ] as const;
  expect((await readBuilt({ controlEntries })).name).toBe('demo');
});

test('reads a control archive of the old tar format', async () => {
  const archive = Buffer.from(await tarArchive([{ name: 'control', content: controlFile() }]));
  // Without magic and version, and with the checksum that follows from it (tar(5), "Old-Style Archive Format").
  archive.fill(0, 257, 265);
  archive.write('      ', 148);
  archive.fill(32, 148, 156);
  const sum = archive.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  archive.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  expect((await readBuilt({ compression: 'none', controlArchive: archive })).name).toBe('demo');
});

test('shows the useful control fields as metadata', async () => {
  const control = {
    Section: 'utils',
    Priority: 'optional',
    Depends: 'libc6 (>= 2.34),\n perl:any | python3',
    'Pre-Depends': 'dpkg',
    'Installed-Size': '120',
    Homepage: 'https://example.test/',
    'X-Private': 'not shown',
  };
  expect((await readBuilt({ control })).metadata).toEqual({
    architecture: 'all',
    maintainer: 'Tess Tester <tess@example.test>',
    description: 'Says hello\nIn more than one line.\n\nAnd after a blank one.',
    section: 'utils',
    priority: 'optional',
    depends: 'libc6 (>= 2.34), perl:any | python3',
    pre_depends: 'dpkg',
    installed_size: 120,
    homepage: 'https://example.test/',
  });
});

test('keeps metadata small when a field is very long', async () => {
  const { metadata } = await readBuilt({ control: { Provides: `${'p, '.repeat(100_000)}p` } });
  expect(metadata['provides']).toMatch(/^(p, )+p…$|^(p, )+…$|^(p, )+p,…$/);
  expect(JSON.stringify(metadata).length).toBeLessThan(5000);
});

test('takes line ends of CR LF and blanks before a colon, and writes neither', async () => {
  const control = controlFile({ Depends: 'a,\n b' }).replaceAll('\n', '\r\n').replace('Version:', 'Version \t:');
  const {
    version,
    entries: [entry],
  } = await readBuilt({ control });
  expect([version, entry?.text.includes('\r'), entry?.text.includes('\nVersion: 1.0.0\n')]).toEqual([
    '1.0.0',
    false,
    true,
  ]);
});

test('reads text that is not UTF-8 as Latin-1', async () => {
  const control = Buffer.from(controlFile({ Maintainer: 'Zoë' }), 'latin1');
  const {
    metadata,
    entries: [entry],
  } = await readBuilt({ control });
  expect([metadata['maintainer'], entry?.text.includes('\nMaintainer: Zoë\n')]).toEqual(['Zoë', true]);
});

test.each(['Demo', 'demo_data', 'd'])('takes a name that dpkg takes: %s', async (Package) => {
  expect((await readBuilt({ control: { Package } })).name).toBe(Package);
});

test('omits an installed size that is not a number from the metadata', async () => {
  expect((await readBuilt({ control: { 'Installed-Size': 'large' } })).metadata).not.toHaveProperty('installed_size');
});

test('makes the stanza of the index: the name, the other fields as given, then the file', async () => {
  const bytes = await buildDeb({
    control:
      'Version: 1:2.0-1\nArchitecture: arm64\nPackage:demo\nDescription: short\n long\n .\n\tend\nHints:\nTag:\n a, b\n',
  });
  const { sha256, sha512 } = digestsOf(bytes);
  expect((await withIncoming(bytes, readDeb)).entries[0]).toEqual({
    part: 'arm64',
    text: [
      'Package: demo',
      'Version: 1:2.0-1',
      'Architecture: arm64',
      'Description: short\n long\n .\n\tend',
      'Tag:\n a, b',
      `Filename: pool/${sha256}/demo_2.0-1_arm64.deb`,
      `Size: ${bytes.byteLength}`,
      `SHA256: ${sha256}`,
      `SHA512: ${sha512}\n`,
    ].join('\n'),
  });
});

test.each(['Filename', 'SIZE', 'MD5sum', 'sha1', 'SHA256', 'SHA512', 'Description-md5'])(
  'lets no %s of the control file into the stanza',
  async (field) => {
    const {
      entries: [entry],
    } = await readBuilt({ control: { [field]: 'forged\n value' } });
    expect(entry?.text).not.toMatch(/forged|value/);
  },
);

async function readBuilt(recipe: DebRecipe) {
  return await withIncoming(await buildDeb(recipe), readDeb);
}
