/** Packages that exist only in the catalog, with entries as their ecosystem reads them. */
import { inventedDebs, type CatalogPackage } from './catalog-rows.ts';

/** Returns debs of one architecture whose stanzas are as long as those of Debian. */
export function* listedDebs(count: number): Generator<CatalogPackage> {
  for (const deb of inventedDebs(count)) yield { ...deb, entry: { part: deb.variant, text: stanzaOf(deb) } };
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

/** Returns packages with a name each, for the throw-away ecosystem with an overview of names. */
export function* listedGems(count: number): Generator<CatalogPackage> {
  for (const { digests, size } of inventedDebs(count)) {
    const name = `gem-${digests.sha256.slice(0, 12)}`;
    const version = '1.0';
    const fileName = `${name}-${version}.gem`;
    const text = JSON.stringify({ version, file: fileName, sha256: digests.sha256 });
    yield { name, version, variant: '', metadata: {}, fileName, digests, size, entry: { part: name, text } };
  }
}
