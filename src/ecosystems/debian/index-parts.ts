/**
 * The parts of the index: for each architecture, the list of its packages and the list of their files; and the same for
 * packages of Debian's installer.
 */
import type { PackageKind } from './package-kind.ts';

export interface IndexPart {
  readonly list: 'packages' | 'contents';
  readonly kind: PackageKind;
  readonly architecture: string;
}

/** Returns the name of a part. An architecture has no colon. */
export function partName({ list, kind, architecture }: IndexPart): string {
  return `${list === 'contents' ? 'contents:' : ''}${kind === 'udeb' ? 'udeb:' : ''}${architecture}`;
}

/** Returns the part of a name. */
export function partOfName(name: string): IndexPart {
  const [architecture = '', ...words] = name.split(':').toReversed();
  return {
    list: words.includes('contents') ? 'contents' : 'packages',
    kind: words.includes('udeb') ? 'udeb' : 'deb',
    architecture,
  };
}
