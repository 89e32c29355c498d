/** The changes of registries, in the catalog. Transactions that add a revision to a registry store its change. */
import type { Change } from '../model/changes.ts';

export interface Changes {
  /** Returns at most `limit` changes of a registry after a revision, in order. */
  after(registryId: string, revision: number, limit: number): Promise<Change[]>;
  /**
   * Deletes the oldest changes that were made before this time: at most `limit`, or more if several were made in the
   * same millisecond. Returns their number.
   */
  deleteOld(before: Date, limit: number): Promise<number>;
}
