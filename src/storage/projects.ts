/** Projects: the standing of their packages, and their tags. */
import type { VersionOrder } from './names.ts';
import type { DefaultTag } from './releases.ts';
import type { Package, Project, ProjectStatus, Publisher, Standing, Tag } from '../model/records.ts';

export interface Projects {
  find(registryId: string, nameKey: string): Promise<Project | undefined>;
  /** Returns at most `limit` projects of a registry after this name, ordered by the normal forms of their names. */
  list(registryId: string, page: { readonly after?: string; readonly limit: number }): Promise<Project[]>;
  /** Returns at most `limit` tags after this one, in order; with `offered`, only those of packages that are not withdrawn. */
  tags(projectId: string, page: TagPage): Promise<Tag[]>;
  /**
   * Returns the packages with a tag, one of each project whose name begins with a text. Unless the text begins with "@",
   * the part of names up to their first slash is ignored. Without withdrawn packages, and ordered by the compared names.
   */
  search(registryId: string, search: ProjectSearch): Promise<Package[]>;
  tag(projectId: string, tag: string): Promise<Tag | undefined>;
  /**
   * Makes all changes, or none. Adds a revision of the registry and of the project if something changes. `by` is the
   * caller.
   */
  change(place: ProjectPlace, changes: ProjectChanges, by: Publisher): Promise<ProjectChanged | ProjectUnchanged>;
}

export interface ProjectSearch {
  /** In normal form. */
  readonly start: string;
  readonly tag: string;
  /** The number of projects before the first one. */
  readonly skip: number;
  readonly limit: number;
}

export interface TagPage {
  readonly after?: string;
  readonly limit: number;
  readonly offered?: boolean;
}

export interface ProjectPlace {
  readonly registryId: string;
  readonly projectId: string;
  /** Changes nothing if the project has another revision. Without it, any revision is changed. */
  readonly expectedRevision?: number | undefined;
  /** Moves from a package that is withdrawn, and is set again when one is restored. */
  readonly defaultTag?: DefaultTag | undefined;
  /** The order of versions, for the latest one. */
  readonly compare: VersionOrder['compare'];
  /** Whether lists omit packages that are parts of others, unless they have a tag. */
  readonly hidesParts?: boolean;
}

/** Changes in this order: first all standings, then all tags. */
export interface ProjectChanges {
  readonly status?: ProjectStatus;
  readonly standings?: readonly StandingChange[];
  readonly tags?: readonly TagChange[];
}

export interface StandingChange {
  readonly packageId: string;
  /**
   * `restored` offers a withdrawn package and has no effect on others. A withdrawn package cannot become `offered` or
   * `unlisted` otherwise.
   */
  readonly standing: Standing | 'restored';
  /** Replaces the notice. */
  readonly notice: string | null;
}

export interface TagChange {
  readonly tag: string;
  /** Null deletes the tag. */
  readonly packageId: string | null;
  /** The change has no effect if the tag does not point to this package. Without it, the tag can point anywhere. */
  readonly from?: string;
}

/** All changes were made, or had been made before. */
export interface ProjectChanged {
  readonly outcome: 'changed' | 'unchanged';
  /** The packages in the changes, as they are now. */
  readonly packages: readonly Package[];
}

/** Nothing was changed. */
export type ProjectUnchanged =
  /** The registry, the project or a package in the changes does not exist. */
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'other-revision'; readonly revision: number }
  /** The package is withdrawn, so it can only be restored, and no tag can be set to it. */
  | { readonly outcome: 'withdrawn'; readonly package: Package }
  /** A package to withdraw is needed by packages of these versions, which are not withdrawn. Has at most ten. */
  | { readonly outcome: 'needed'; readonly package: Package; readonly by: readonly string[] }
  /** A package to restore needs these versions, which are withdrawn. Has at most ten. */
  | { readonly outcome: 'needs-withdrawn'; readonly package: Package; readonly needs: readonly string[] }
  /** The package has the maximum number of tags. */
  | { readonly outcome: 'too-many-tags'; readonly package: Package };
