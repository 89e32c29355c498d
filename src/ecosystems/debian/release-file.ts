/**
 * The `Release` file, which has the digests of all other index files (Debian's "Repository Format", section "Release
 * files").
 */
import type { About, WrittenDocument } from '../../registry/documents.ts';

/**
 * Returns the text of `Release` for files, whose names are relative to its folder. It lists SHA-256 digests
 * only, so clients request no other `by-hash` folder than `by-hash/SHA256/`. It has no `Valid-Until`, because machines
 * that are offline for longer would lose the registry, and unchanged indexes would have to be signed again and again.
 * TLS prevents others from serving an old index.
 */
export function releaseText(
  files: readonly WrittenDocument[],
  architectures: readonly string[],
  { organization, registry, date }: About,
): string {
  const lines = [
    `Origin: ${organization}`,
    `Label: ${organization}/${registry}`,
    'Suite: any',
    'Codename: any',
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Architectures: ${architectures.toSorted().join(' ')}`,
    // Without this field, apt reads packages of architecture `all` twice.
    'No-Support-for-Architecture-all: Packages',
    'Components: main',
    `Description: Packages of ${organization}/${registry}`,
    'Acquire-By-Hash: yes',
    'SHA256:',
    ...files.map((file) => ` ${file.digests.sha256} ${file.size} ${file.name}`).toSorted(byPath),
  ];
  return `${lines.join('\n')}\n`;
}

function byPath(a: string, b: string): number {
  return pathOf(a) < pathOf(b) ? -1 : 1;
}

function pathOf(line: string): string {
  return line.slice(line.lastIndexOf(' ') + 1);
}
