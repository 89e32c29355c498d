/** A package in `filelists.xml`, the list with all files of packages. */
import type { ListedPackage } from './listed-package.ts';
import { fileXml, referenceXml } from './shared-xml.ts';

export function filelistsXml(pkg: ListedPackage): string {
  return `${referenceXml(pkg)}${pkg.files.map((file) => `${fileXml(file)}\n`).join('')}</package>\n`;
}
