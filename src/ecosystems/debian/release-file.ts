/** The `Release` file, which vouches for all other index files (Debian's "Repository Format", section "Release files"). */
import type { IndexContext, IndexFile } from '../../registry/ecosystem.ts';

/**
 * The text of `Release` for files below `folder`, which it names relative to that folder.
 * Only SHA-256 sums are listed, so that `by-hash/SHA256/` is the only such folder clients ask for. There is no
 * `Valid-Until`: mirrors and machines that are offline for longer would lose the registry, and an index that nobody
 * changes would have to be signed again and again. TLS is what keeps others from serving an old index.
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
    // Else apt reads packages of architecture `all` twice.
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
  throw new Error(`The index file ${path} is not below ${folder}, so the Release file there cannot name it.`);
}

function byPath(a: string, b: string): number {
  return pathOf(a) < pathOf(b) ? -1 : 1;
}

function pathOf(line: string): string {
  return line.slice(line.lastIndexOf(' ') + 1);
}
