/** A package in `other.xml`, the list with the changes of packages. */
import { xmlAttribute, xmlText } from '../../formats/xml-text.ts';
import type { Change } from './changelogs.ts';
import type { ListedPackage } from './listed-package.ts';
import { referenceXml } from './shared-xml.ts';

export function otherXml(pkg: ListedPackage): string {
  return `${referenceXml(pkg)}${pkg.changes.map(changeXml).join('')}</package>\n`;
}

function changeXml({ author, date, text }: Change): string {
  return `<changelog author="${xmlAttribute(author)}" date="${date}">${xmlText(text)}</changelog>\n`;
}
