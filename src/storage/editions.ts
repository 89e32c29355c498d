/** The editions of the readers of packages, in the catalog. */
import type { IndexEntry } from '../model/entries.ts';
import type { LeftOutPackage, NewFile, Package, Registry } from '../model/records.ts';
import type { EcosystemId, JsonObject } from '../model/values.ts';
import type { Gone } from './releases.ts';

/** A package that an earlier edition of its reader has read. */
export interface EarlierRead {
  readonly package: Package;
  readonly registry: Pick<Registry, 'id' | 'slug' | 'ecosystem'>;
}

/** The result of reading the files of a package again. */
export interface Reread {
  readonly packageId: string;
  readonly registryId: string;
  readonly edition: number;
  /** The SHA-256 of the files that were read: all but the derived ones, in order. */
  readonly read: readonly string[];
  readonly createdAt: Date;
  readonly metadata: Package['metadata'];
  readonly derived: readonly NewFile[];
  readonly entries: readonly IndexEntry[];
}

/** Whether the package changed; has the offered locations that the catalog adopted. */
export interface RereadStored {
  readonly outcome: 'stored' | 'equal';
  readonly adopted: ReadonlySet<string>;
}

/** The package has other files than those that were read. */
export interface OtherFiles {
  readonly outcome: 'other-files';
}

export interface Editions {
  /** Returns the number of packages of an ecosystem that an earlier edition has read. */
  countEarlier(ecosystem: EcosystemId, edition: number): Promise<number>;
  /** Yields them. Read in small pages, and each of them once, even if its edition stays. */
  earlier(ecosystem: EcosystemId, edition: number): AsyncIterable<EarlierRead>;
  /** Returns the data that the client sent in addition to the main file of a package. */
  claims(packageId: string): Promise<JsonObject>;
  /**
   * Replaces metadata, derived files and entries of a package, and stores the edition. Adds a revision of the registry
   * if anything differs.
   */
  replace(reread: Reread): Promise<RereadStored | OtherFiles | Gone>;
  /** Stores that an edition rejects a package, for this reason, and changes nothing else. */
  reject(packageId: string, edition: number, reason: string): Promise<void>;
  /** Yields all packages that the last edition rejects, oldest first. Read in pages, so memory use is constant. */
  rejected(): AsyncIterable<LeftOutPackage>;
}
