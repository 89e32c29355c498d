/** The files of a repository for dnf, as clients read them. */
import { gunzipSync } from 'node:zlib';
import type { DocumentUrl, NamedUrl } from '../recipe.ts';

/** The descriptions for machines with and without packages of their own architecture. */
export const roots: readonly DocumentUrl[] = ['x86_64', 'aarch64', 'sparc64'].flatMap((base) => [
  { path: `rpm_any/rpm_any/${base}/repodata/repomd.xml` },
]);

/** Returns the URLs in `repomd.xml` and in `primary.xml`; the other lists have none. */
export function namedUrls({ path: at }: DocumentUrl, bytes: Buffer): readonly NamedUrl[] {
  const base = at.replace(/repodata\/[^/]+$/, '');
  if (at.endsWith('repomd.xml')) {
    return [...bytes.toString().matchAll(/<data type="\w+">.*?<\/data>/gs)].map(([data]) => ({
      path: base + attribute(data, 'location', 'href'),
      sha256: element(data, 'checksum'),
      size: Number(element(data, 'size')),
      kind: 'document',
    }));
  }
  const packages = gunzipSync(bytes)
    .toString()
    .matchAll(/<package type="rpm">.*?<\/package>/gs);
  return [...packages].map(([text]) => ({
    path: base + attribute(text, 'location', 'href'),
    sha256: element(text, 'checksum'),
    size: Number(attribute(text, 'size', 'package')),
    kind: 'file',
  }));
}

function attribute(text: string, name: string, key: string): string {
  return new RegExp(`<${name} ${key}="([^"]*)"`).exec(text)?.[1] ?? '';
}

function element(text: string, name: string): string {
  return new RegExp(`<${name}(?: [^>]*)?>([^<]*)<`).exec(text)?.[1] ?? '';
}
