/** The documents that native clients fetch, and the entries that they list. */
import type { Standing } from './records.ts';

/** Lower-case hexadecimal. */
export interface DocumentDigests {
  readonly sha256: string;
  readonly md5?: string;
  readonly sha1?: string;
}

/** The place of an entry in the lists of a registry, which are ordered by these. */
export interface EntryKey {
  readonly part: string;
  readonly nameKey: string;
  readonly packageId: string;
}

/** An entry of a package, which may be unlisted or withdrawn. */
export interface ListedEntry extends EntryKey {
  readonly text: string;
  readonly version: string;
  readonly standing: Standing;
  /** The reason for the standing, for people; null if there is none. */
  readonly notice: string | null;
  /** When the package was published in this registry or copied to it. */
  readonly publishedAt: Date;
}
