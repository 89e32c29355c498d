/** Packages that exist only in the catalog, with entries as their ecosystem reads them. */
import { indexEntry } from '../../../src/ecosystems/alpine/index-entry.ts';
import { contentsEntry } from '../../../src/ecosystems/debian/contents-entry.ts';
import { partName } from '../../../src/ecosystems/debian/index-parts.ts';
import { packageEntry } from '../../../src/ecosystems/redhat/package-entry.ts';
import { inventedDebs, type CatalogPackage } from './catalog-rows.ts';

/** Returns debs of one architecture with five files each, whose stanzas are as long as those of Debian. */
export function* listedDebs(count: number): Generator<CatalogPackage> {
  for (const deb of inventedDebs(count)) {
    const { name, variant: architecture } = deb;
    const folders = ['bin', 'lib', 'share/doc', 'share/lintian/overrides', 'share/man/man1'];
    const paths = folders.map((folder) => `usr/${folder}/${name}`);
    const contents = contentsEntry(name, [{ name: 'Section', value: 'utils' }], paths) ?? '';
    yield {
      ...deb,
      entries: [
        { part: partName({ list: 'packages', kind: 'deb', architecture }), text: stanzaOf(deb) },
        { part: partName({ list: 'contents', kind: 'deb', architecture }), text: contents },
      ],
    };
  }
}

function stanzaOf({ name, version, variant, fileName, size, digests: { sha256, sha512 } }: CatalogPackage): string {
  const fields = {
    Package: name,
    Version: version,
    Architecture: variant,
    Maintainer: 'Bench <bench@example.test>',
    'Installed-Size': '42',
    Depends: 'libc6 (>= 2.34), libgcc-s1 (>= 3.0), libstdc++6 (>= 11), zlib1g (>= 1:1.2.0)',
    Section: 'utils',
    Priority: 'optional',
    Homepage: `https://example.test/${name}`,
    Description: `Package ${name} of the bench`,
    Filename: `pool/${fileName}`,
    Size: `${size}`,
    SHA256: sha256,
    SHA512: sha512,
  };
  const text = Object.entries(fields).map(([field, value]) => `${field}: ${value}\n`);
  return text.join('');
}

/** Returns RPM packages of one architecture, with five files each and texts as long as those of Fedora. */
export function* listedRpms(count: number): Generator<CatalogPackage> {
  for (const { name, digests, size } of inventedDebs(count)) {
    const identity = { name, epoch: '0', version: '1.0', release: '1', architecture: 'x86_64' };
    const own = { name, comparison: 'EQ', epoch: '0', version: '1.0', release: '1', pre: false };
    const requires = ['libc.so.6(GLIBC_2.34)(64bit)', 'libgcc_s.so.1()(64bit)', 'libz.so.1()(64bit)', 'rtld(GNU_HASH)'];
    const none = { conflicts: [], obsoletes: [], suggests: [], enhances: [], recommends: [], supplements: [] };
    const text = packageEntry({
      identity,
      details: {
        summary: `Package ${name} of the bench`,
        description: 'A longer text, which most packages have, explains in two or three lines what this is for.',
        packager: 'Bench <bench@example.test>',
        url: `https://example.test/${name}`,
        license: 'MIT',
        vendor: 'Bench',
        group: 'Unspecified',
        buildHost: 'builder.example.test',
        sourceRpm: `${name}-1.0-1.src.rpm`,
        builtAt: 1_700_000_000,
        installedSize: 42_000,
        archiveSize: 43_000,
        module: '',
      },
      dependencies: {
        provides: [own, { ...own, name: `${name}(x86-64)` }],
        requires: requires.map((one) => ({ ...own, name: one, comparison: undefined })),
        ...none,
      },
      files: [
        `/usr/bin/${name}`,
        `/usr/lib64/lib${name}.so.1`,
        `/usr/share/doc/${name}`,
        `/usr/share/doc/${name}/README`,
        `/usr/share/licenses/${name}/LICENSE`,
      ].map((file) => ({ path: file, type: 'file' })),
      changes: [{ author: 'Bench <bench@example.test> - 1.0-1', date: 1_700_000_000, text: '- First version' }],
      header: { start: 4504, end: 9000 },
      file: { size, digests },
    });
    const fileName = `${name}-1.0-1.x86_64.rpm`;
    const entry = { part: 'x86_64', text };
    yield { name, version: '1.0-1', variant: 'x86_64', metadata: {}, fileName, digests, size, entries: [entry] };
  }
}

/** Returns packages of Alpine Linux of one architecture, whose records are as long as those of Alpine Linux. */
export function* listedApks(count: number): Generator<CatalogPackage> {
  for (const { name, digests, size } of inventedDebs(count)) {
    const version = '1.0-r0';
    const text = indexEntry({
      C: `Q1${Buffer.from(digests.sha256, 'hex').subarray(0, 20).toString('base64')}`,
      P: name,
      V: version,
      A: 'x86_64',
      S: String(size),
      I: '42000',
      T: `Package ${name} of the bench`,
      U: `https://example.test/${name}`,
      L: 'MIT',
      o: name,
      m: 'Bench <bench@example.test>',
      t: '1700000000',
      c: digests.sha256.slice(0, 40),
      k: '',
      D: 'so:libc.musl-x86_64.so.1 so:libgcc_s.so.1 so:libstdc++.so.6 so:libz.so.1',
      p: `cmd:${name}=${version}`,
      i: '',
    });
    const entry = { part: 'x86_64', text };
    yield { name, version, variant: 'x86_64', metadata: {}, fileName: `${name}.apk`, digests, size, entries: [entry] };
  }
}

/** Returns packages with a name each, for the throw-away ecosystem with an overview of names. */
export function* listedGems(count: number): Generator<CatalogPackage> {
  for (const { digests, size } of inventedDebs(count)) {
    const name = `gem-${digests.sha256.slice(0, 12)}`;
    const version = '1.0';
    const fileName = `${name}-${version}.gem`;
    const text = JSON.stringify({ version, file: fileName, sha256: digests.sha256 });
    yield { name, version, variant: '', metadata: {}, fileName, digests, size, entries: [{ part: name, text }] };
  }
}
