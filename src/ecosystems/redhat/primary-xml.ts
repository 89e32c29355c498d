/** A package in `primary.xml`, the list with all that clients need to resolve dependencies. */
import { xmlAttribute, xmlText } from '../../formats/xml-text.ts';
import type { Dependency, DependencyKind } from './dependencies.ts';
import type { ListedPackage } from './listed-package.ts';
import { isPrimary } from './package-files.ts';
import { fileXml, versionXml } from './shared-xml.ts';
import { DEPENDENCY_TAGS } from './tags.ts';

/**
 * Returns the package's element in three pieces: between the first two is the time in seconds at which the registry got
 * the package, and between the last two its URL.
 */
export function primaryXml(pkg: ListedPackage): readonly [string, string, string] {
  const { identity, details, header, file, files, dependencies } = pkg;
  const before = [
    '<package type="rpm">',
    `<name>${identity.name}</name>`,
    `<arch>${identity.architecture}</arch>`,
    versionXml(identity),
    `<checksum type="sha256" pkgid="YES">${file.digests.sha256}</checksum>`,
    element('summary', details.summary),
    element('description', details.description),
    element('packager', details.packager),
    element('url', details.url),
    '<time file="',
  ];
  const between = [
    `" build="${details.builtAt}"/>`,
    `<size package="${file.size}" installed="${details.installedSize}" archive="${details.archiveSize}"/>`,
    '<location href="',
  ];
  const after = [
    '"/>',
    '<format>',
    element('rpm:license', details.license),
    element('rpm:vendor', details.vendor),
    element('rpm:group', details.group),
    element('rpm:buildhost', details.buildHost),
    element('rpm:sourcerpm', details.sourceRpm),
    `<rpm:header-range start="${header.start}" end="${header.end}"/>`,
    ...kinds.map((kind) => dependenciesXml(kind, dependencies[kind])),
    ...files.filter(({ path }) => isPrimary(path)).map(fileXml),
    '</format>',
    '</package>',
  ];
  return [joined(before).trimEnd(), joined(between).trimEnd(), joined(after)];
}

const kinds = Object.keys(DEPENDENCY_TAGS) as readonly DependencyKind[];

function joined(lines: readonly string[]): string {
  return lines.map((line) => (line === '' ? '' : `${line}\n`)).join('');
}

function element(name: string, text: string): string {
  return text === '' ? `<${name}/>` : `<${name}>${xmlText(text)}</${name}>`;
}

function dependenciesXml(kind: DependencyKind, dependencies: readonly Dependency[]): string {
  if (dependencies.length === 0) return '';
  const entries = dependencies.map((one) => `<rpm:entry${attributesOf(kind, one)}/>\n`);
  return `<rpm:${kind}>\n${entries.join('')}</rpm:${kind}>`;
}

function attributesOf(kind: DependencyKind, dependency: Dependency): string {
  const { name, comparison, epoch, version, release, pre } = dependency;
  const compared: Readonly<Record<string, string | undefined>> =
    comparison === undefined
      ? {}
      : { flags: comparison, epoch, ver: version === '' ? undefined : version, rel: release };
  const attributes = { name, ...compared, pre: kind === 'requires' && pre ? '1' : undefined };
  return Object.entries(attributes)
    .map(([attribute, value]) => (value === undefined ? '' : ` ${attribute}="${xmlAttribute(value)}"`))
    .join('');
}
