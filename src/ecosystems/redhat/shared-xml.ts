/** The elements that several of the lists have. */
import { xmlText } from '../../formats/xml-text.ts';
import type { Identity } from './identity.ts';
import type { ListedPackage } from './listed-package.ts';
import type { PackedFile } from './package-files.ts';

export function versionXml({ epoch, version, release }: Identity): string {
  return `<version epoch="${epoch}" ver="${version}" rel="${release}"/>`;
}

export function fileXml({ path, type }: PackedFile): string {
  return `<file${type === 'file' ? '' : ` type="${type}"`}>${xmlText(path)}</file>`;
}

/** The start of a package's element in the lists that refer to `primary.xml`, and its version. */
export function referenceXml({ identity, file }: ListedPackage): string {
  return `<package pkgid="${file.digests.sha256}" name="${identity.name}" arch="${identity.architecture}">\n${versionXml(identity)}\n`;
}
