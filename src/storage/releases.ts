/** The publication of releases: everything that one adds to a registry, in one transaction. */
import type { IndexEntry } from '../model/entries.ts';
import type { NewFile, NewPackage, Package, ProjectStatus, Publisher } from '../model/records.ts';
import type { Digests, JsonObject } from '../model/values.ts';
import type { VersionOrder } from './names.ts';

export interface NewRelease {
  /** The keys find an existing package, which keeps its id. */
  readonly package: NewPackage;
  /** Whether the package must be new, must exist, or either. A package without a main file counts as both. */
  readonly mode: 'new' | 'existing' | 'any';
  /** How a file is handled if the package has a file with the same name and other bytes. Derived ones are replaced. */
  readonly sameName: 'refuse' | 'replace';
  /** Whether the package must have a main file afterwards. */
  readonly mustBeComplete: boolean;
  readonly files: readonly NewFile[];
  /** The SHA-256 of the files whose bytes the registry must have already. */
  readonly stored: ReadonlySet<string>;
  /** Finished uploads that have the bytes of stored files, and end when these are published. */
  readonly storedUploads: readonly UploadWithBytes[];
  /** The upload with the bytes of one of the files, which is deleted in the same transaction. */
  readonly upload: UploadWithBytes | undefined;
  /** Replace those of the package if the release has a new main file, like its metadata. */
  readonly entries: readonly IndexEntry[];
  /** The metadata of the project, likewise. */
  readonly project: JsonObject;
  /** Whether metadata of an existing project is replaced. */
  readonly replacesProject: boolean;
  /** The normal forms of versions. Replace those of the package if the release has a main file. */
  readonly needs: readonly string[];
  /** The data that the client sent in addition. Replace those of the package if the release has a new main file. */
  readonly claims: JsonObject;
  /** Whether versions that it needs may be missing. */
  readonly mayMiss: boolean;
  /** The normal form of the version that the package is about; null for none. It need not exist. */
  readonly subject: string | null;
  /** Whether lists omit packages that others need, and those about others, unless they have a tag. */
  readonly hidesParts: boolean;
  readonly tags: readonly NewTag[];
  /** The notice of a new package. An existing one keeps its own. */
  readonly notice: string | null;
  /** The tag that points to the first complete package of a project; null for none. */
  readonly defaultTag: string | null;
  /** The order of versions, for the latest one. */
  readonly compare: VersionOrder['compare'];
  /** The maximum number of parts that the packages of the registry may have. */
  readonly mostParts: number;
  /** The variant that a version has instead of all others; null for none. */
  readonly commonVariant: string | null;
}

export interface UploadWithBytes {
  readonly id: string;
  readonly sha256: string;
}

export interface NewTag {
  readonly tag: string;
  /** `at`: the normal form of the version that the tag must point to; null for none. */
  readonly if: 'always' | 'absent' | { readonly at: string | null };
}

/** The release is stored, and nothing is changed if it was before. */
export interface ReleaseStored {
  readonly outcome: 'published';
  /** Undefined if the package has no main file yet. */
  readonly package: Package | undefined;
  /** The offered locations that the catalog adopted. The bytes at the others already exist. */
  readonly adopted: ReadonlySet<string>;
}

/**
 * A package with these keys and this variant, but different bytes, was deleted: before the specified time, or while it
 * was withdrawn.
 */
export interface DeletedBefore {
  readonly outcome: 'deleted-before';
  readonly digests: Digests;
  readonly deletedAt: Date;
}

/** The registry, or the package to copy, was deleted meanwhile. */
export interface Gone {
  readonly outcome: 'gone';
}

/** The upload with the bytes has ended meanwhile. */
export interface UploadGone {
  readonly outcome: 'upload-gone';
}

/** The package would exceed the maximum number of parts of the index. Has the existing parts. */
export interface TooManyParts {
  readonly outcome: 'too-many-parts';
  readonly parts: readonly string[];
}

/** The package to copy is left out of the index of its registry, for this reason. */
export interface LeftOut {
  readonly outcome: 'left-out';
  readonly reason: string;
}

export interface OtherMain {
  /** The name of the file. */
  readonly name: string;
  /** Whether it is one of the release. */
  readonly isNew: boolean;
  /** The SHA-256 of the main file that it is about. */
  readonly stated: string;
  readonly main: { readonly name: string; readonly sha256: string };
}

/** Nothing was changed. */
export type ReleaseRefused =
  | Gone
  | UploadGone
  | DeletedBefore
  | TooManyParts
  /** The complete package exists or is withdrawn, or one that excludes it. */
  | { readonly outcome: 'exists'; readonly package: Package }
  /** The project accepts no new packages. */
  | ({ readonly outcome: 'project-closed' } & ProjectStatus)
  /** There is no package to which the files could be added. */
  | { readonly outcome: 'no-package' }
  /** The package would not have a main file. */
  | { readonly outcome: 'incomplete' }
  /** The package has a main file, or a file with this name, and its bytes differ. */
  | { readonly outcome: 'file-exists'; readonly name: string; readonly digests: Digests }
  /** A file of the package, new or not, is about a main file with other bytes. */
  | ({ readonly outcome: 'other-main' } & OtherMain)
  /** The registry does not have the bytes. */
  | { readonly outcome: 'no-bytes'; readonly sha256: string }
  /** The project has no package of a needed version. Has its normal form. */
  | { readonly outcome: 'no-version'; readonly versionKey: string }
  /** The tag does not point to the required version. Null: it does not exist. */
  | { readonly outcome: 'tag-elsewhere'; readonly tag: string; readonly version: string | null }
  /** The package has the maximum number of tags. */
  | { readonly outcome: 'too-many-tags' };

export type ReleaseOutcome = ReleaseStored | ReleaseRefused;

/** A package to copy, and its record in the destination. */
export interface NewCopy {
  readonly sourceId: string;
  readonly package: NewPackage;
}

/** Packages for one registry. */
export interface Copies {
  /** Must be new in the destination. */
  readonly requested: NewCopy;
  /** The packages that it needs, each before those that need it. They may exist with the same bytes. */
  readonly needed: readonly NewCopy[];
}

export type CopyOptions = Pick<NewRelease, 'defaultTag' | 'compare' | 'mostParts' | 'hidesParts' | 'commonVariant'>;

export type CopyOutcome =
  | ReleaseStored
  | Gone
  | LeftOut
  /** The package to copy is withdrawn. */
  | { readonly outcome: 'withdrawn'; readonly package: Package }
  /** One of the packages cannot be added. */
  | (ReleaseRefused & { readonly of: NewPackage });

/** The default tag of an ecosystem, and its order of versions. */
export interface DefaultTag {
  readonly tag: string;
  /** Negative if version `a` is older than `b`. */
  compare(a: string, b: string): number;
}

export interface DeletionOptions {
  /** Absent for ecosystems without one. */
  readonly defaultTag?: DefaultTag | undefined;
  /** The order of versions. Without it, the last published one is the latest. */
  readonly compare?: VersionOrder['compare'];
  /** See `NewRelease`. */
  readonly hidesParts?: boolean;
  /** Whether a package that others are about is kept. */
  readonly keepsSubjects?: boolean;
  /** Absent if no request deletes the package. */
  readonly by?: Publisher | undefined;
}

export type DeletionOutcome =
  | { readonly outcome: 'deleted' }
  | Gone
  /** Packages of these versions need it, or are about it. Has at most ten. */
  | { readonly outcome: 'needed'; readonly by: readonly string[] };
