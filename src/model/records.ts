/**
 * The records that the catalog keeps. Ids are UUIDv7 strings, made by whoever makes the record, so that newest-first is
 * the order of the primary key. Times are `Date`s.
 */
import type { components } from '../../generated/api.ts';
import type { Digests, EcosystemId, JsonValue } from './values.ts';

export interface Organization {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly createdAt: Date;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: Date;
}

/** Something that a token allows, by the name that the contract gives it. */
export type Scope = components['schemas']['Scope'];

/**
 * An access token, or a registry token, which reads one registry. The secret itself is nowhere; `digest` is its SHA-256
 * in hexadecimal.
 */
export interface Token {
  readonly id: string;
  readonly digest: string;
  readonly description: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
  readonly organization: Organization;
  /** To whom it belongs, or who made it. */
  readonly user: User;
  /** The one registry of a registry token; null for an access token. */
  readonly registryId: string | null;
  /** Whether the server's settings name it. */
  readonly fromSettings: boolean;
}

export interface NewToken extends Omit<Token, 'organization' | 'user' | 'lastUsedAt' | 'fromSettings'> {
  /** The token that it ends with; null if it ends alone. */
  readonly parentId: string | null;
  readonly organizationId: string;
  readonly userId: string;
}

export interface Registry {
  readonly id: string;
  readonly organizationId: string;
  readonly slug: string;
  readonly name: string;
  readonly ecosystem: EcosystemId;
  readonly description: string | null;
  readonly emoji: string | null;
  readonly color: string | null;
  readonly public: boolean;
  /** As text, exactly as it was sent. */
  readonly oidcPolicy: string | null;
  readonly teamIds: readonly string[];
  /** Grows by one with every change to the registry's packages, in the same transaction. */
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What an update may change; absent keys keep their value. */
export type RegistryChanges = Partial<
  Pick<Registry, 'slug' | 'name' | 'description' | 'emoji' | 'color' | 'public' | 'oidcPolicy' | 'teamIds'>
>;

export interface Package {
  readonly id: string;
  readonly registryId: string;
  readonly name: string;
  readonly version: string;
  /** Null where nothing tells two files of one version apart. */
  readonly variant: string | null;
  readonly metadata: Readonly<Record<string, JsonValue>>;
  readonly createdAt: Date;
  /** Null for packages of 0.1.0. */
  readonly publishedBy: Publisher | null;
  /** Digests of its first file: the one that was published. */
  readonly digests: Digests;
}

/** Who published a package: an access token, as it was then, or the subject of an OIDC token. */
export interface Publisher {
  /** Of the access token; null for an OIDC token. */
  readonly id: string | null;
  /** Of the access token, or the subject. */
  readonly description: string;
  /** Of the OIDC token; null for an access token. */
  readonly issuer: string | null;
}

/** A package whose entry is left out of the index of its registry. */
export interface LeftOutPackage extends Pick<Package, 'id' | 'name' | 'version' | 'variant'> {
  /** The slugs. */
  readonly organization: string;
  readonly registry: string;
  /** What an index with it would break, for people. */
  readonly reason: string;
}

/** A name inside a package, and the bytes behind it. */
export interface PackageFile {
  readonly packageId: string;
  readonly name: string;
  readonly blob: Blob;
  readonly createdAt: Date;
}

/** Bytes, stored once per SHA-256. */
export interface Blob {
  readonly digests: Digests;
  /** In bytes. */
  readonly size: number;
  readonly location: string;
}

export interface NewPackage extends Omit<Package, 'digests'> {
  /** The forms of name and version that must not come twice, such as a normalised name. */
  readonly nameKey: string;
  readonly versionKey: string;
  /** What was deleted with these keys and this variant since may come with other bytes; before, with the same only. */
  readonly reusableSince: Date;
}

export interface NewFile {
  readonly name: string;
  readonly blob: Blob;
  /** Whether it was made from the first file of its package. Such files are not among those of the package. */
  readonly derived?: boolean;
}

/** A presigned upload: a permission to send one file without other credentials, and then the file. */
export interface UploadSession {
  readonly id: string;
  readonly registryId: string;
  readonly expiresAt: Date;
  /** Null until it is sent. */
  readonly file: NewFile | null;
}

/** A whole index, built for one revision of a registry. */
export interface Index {
  readonly registryId: string;
  readonly revision: number;
  /** Whole seconds; later than that of every earlier index of the registry. */
  readonly lastModified: Date;
  /** Inside the index. Whole seconds; not before that of any earlier index, and not after `lastModified`. */
  readonly date: Date;
}

export interface StoredIndexFile {
  readonly path: string;
  readonly blob: Blob;
  /** When the index that holds it was made. */
  readonly lastModified: Date;
}

export interface NewIndexFile {
  readonly path: string;
  readonly part: string | null;
  readonly blob: Blob;
}
