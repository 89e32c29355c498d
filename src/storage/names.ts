/** The names that searches of an organization find: those of projects with offered versions. */
import type { EcosystemId } from '../model/values.ts';

export interface Names {
  /**
   * Returns the names with a text in them: first the equal ones, then those that begin with it, by name, then the others,
   * the last added first. Texts with fewer than three characters are only found at the beginning of names. Names are
   * compared by their `searchKey`. Those of deleted registries are not found.
   */
  search(place: SearchPlace, page: NamePage): Promise<FoundName[]>;
  /** Returns the number of found names in each registry, counting the first `most` found names only. */
  count(place: SearchPlace, text: string, most: number): Promise<NameCount[]>;
  /**
   * Determines the latest versions of at most `limit` projects of an ecosystem for which a migration has not. Returns the
   * number of these projects. Several servers may do this concurrently.
   */
  order(ecosystem: EcosystemId, order: VersionOrder, limit: number): Promise<number>;
}

/** Where names are searched. */
export interface SearchPlace {
  readonly organizationId: string;
  /** A registry of the organization. */
  readonly registryId?: string | undefined;
  readonly ecosystem?: EcosystemId | undefined;
}

export interface NamePage {
  readonly text: string;
  /** The position of the last name of the page before. It need not exist. */
  readonly after?: NamePosition | undefined;
  readonly limit: number;
}

/** The position of a found name. */
export interface NamePosition {
  readonly number: number;
  readonly key: string;
}

export interface FoundName extends NamePosition {
  readonly name: string;
  readonly registry: FoundRegistry;
  /** A package of the latest version. */
  readonly latest: { readonly id: string; readonly version: string };
  /** The number of offered versions. */
  readonly versions: number;
  /** When the newest offered package was published. */
  readonly publishedAt: Date;
}

export interface FoundRegistry {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly ecosystem: EcosystemId;
}

export interface NameCount {
  readonly registry: FoundRegistry;
  readonly names: number;
}

/** The order of an ecosystem's versions. */
export interface VersionOrder {
  /** Negative if version `a` is older than `b`. Of equal ones, the last published is the latest. */
  compare(a: string, b: string): number;
  /** The tag of the latest version, unless that is not offered; null for none. */
  readonly defaultTag: string | null;
}
