/**
 * The `Release` file, which has the digests of all other index files (Debian's "Repository Format", section "Release
 * files").
 */
import type { IndexContext, IndexFile } from '../../registry/ecosystem.ts';

/**
 * Returns the text of `Release` for files below `folder`, with paths relative to that folder. It lists SHA-256 digests
 * only, so clients request no other `by-hash` folder than `by-hash/SHA256/`. It has no `Valid-Until`, because machines
 * that are offline for longer would lose the registry, and unchanged indexes would have to be signed again and again.
 * TLS prevents others from serving an old index.
 */
export function releaseText(folder: string, files: readonly IndexFile[], context: IndexContext): string {
  const { organization, registry, date, parts } = context;
  const lines = [
    `Origin: ${organization}`,
    `Label: ${organization}/${registry}`,
    'Suite: any',
    'Codename: any',
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Architectures: ${parts.toSorted().join(' ')}`,
    // Without this field, apt reads packages of architecture `all` twice.
    'No-Support-for-Architecture-all: Packages',
    'Components: main',
    `Description: Packages of ${organization}/${registry}`,
    'Acquire-By-Hash: yes',
    'SHA256:',
    ...files.map((file) => ` ${file.digests.sha256} ${file.size} ${relativeTo(folder, file.path)}`).toSorted(byPath),
  ];
  return `${lines.join('\n')}\n`;
}

function relativeTo(folder: string, path: string): string {
  if (path.startsWith(`${folder}/`)) return path.slice(folder.length + 1);
  throw new Error(`The index file ${path} is not below ${folder}, so the Release file there cannot list it.`);
}

function byPath(a: string, b: string): number {
  return pathOf(a) < pathOf(b) ? -1 : 1;
}

function pathOf(line: string): string {
  return line.slice(line.lastIndexOf(' ') + 1);
}
