/**
 * The records of the catalog. Ids are UUIDv7 strings that the creator of the record generates, so the order of the
 * primary key is the order of creation. Times are `Date`s.
 */
import type { components } from '../../generated/api.ts';
import type { SigningKey } from './entries.ts';
import type { Digests, EcosystemId, JsonObject, JsonValue } from './values.ts';

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

/** A permission of a token, by its name in the contract. */
export type Scope = components['schemas']['Scope'];

/**
 * An access token, or a registry token, which can read one registry. The secret is not stored; `digest` is its SHA-256
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
  /** The owner of an access token, or the creator of a registry token. */
  readonly user: User;
  /** The one registry of a registry token; null for an access token. */
  readonly registryId: string | null;
  /** Whether the server's settings specify it. */
  readonly fromSettings: boolean;
}

export interface NewToken extends Omit<Token, 'organization' | 'user' | 'lastUsedAt' | 'fromSettings'> {
  /** The token whose deletion also deletes this one; null if there is none. */
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
  /** The text, exactly as it was sent. */
  readonly oidcPolicy: string | null;
  readonly teamIds: readonly string[];
  /** Increased by one with every change to the registry's packages, in the same transaction. */
  readonly revision: number;
  /** The number of times that its signing key was replaced. */
  readonly keyNumber: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A key that signs the documents of a registry. */
export interface RegistryKey extends SigningKey {
  readonly createdAt: Date;
  /** When it stops signing; null for the newest key. */
  readonly expiresAt: Date | null;
}

/** The changes of an update. Absent keys keep their value. */
export type RegistryChanges = Partial<
  Pick<Registry, 'slug' | 'name' | 'description' | 'emoji' | 'color' | 'public' | 'oidcPolicy' | 'teamIds'>
>;

/**
 * Whether clients find a package. `unlisted`: can be downloaded, but is not offered. `withdrawn`: cannot be downloaded,
 * and its version cannot be published again.
 */
export type Standing = components['schemas']['PackageStanding'];

export interface Package {
  readonly id: string;
  readonly registryId: string;
  readonly projectId: string;
  readonly name: string;
  readonly version: string;
  /** Null if a version has only one file. */
  readonly variant: string | null;
  readonly metadata: Readonly<Record<string, JsonValue>>;
  readonly createdAt: Date;
  /** Null for packages that 0.1.0 stored. */
  readonly publishedBy: Publisher | null;
  /** The digests of its main file. */
  readonly digests: Digests;
  readonly standing: Standing;
  /** The reason of the standing or a warning, for people; null if there is none. */
  readonly notice: string | null;
  /** The tags that point to it, in order. */
  readonly tags: readonly string[];
}

/** A name for a version of a project, which can be changed to another version. */
export interface Tag {
  readonly tag: string;
  readonly packageId: string;
  readonly version: string;
}

/** All versions of one name in a registry. It exists as long as it has packages. */
/** The status of a project (PEP 792). */
export interface ProjectStatus {
  readonly status: components['schemas']['ProjectStatusMarker'];
  /** For people; null if there is none. */
  readonly reason: string | null;
}

export interface Project extends ProjectStatus {
  readonly id: string;
  readonly registryId: string;
  /** The name of its newest package. */
  readonly name: string;
  readonly nameKey: string;
  readonly metadata: JsonObject;
  /** The revision of the registry that last changed its packages, tags or metadata. */
  readonly revision: number;
}

/** The publisher of a package: an access token, as it was at that time, or the subject of an OIDC token. */
export interface Publisher {
  /** The id of the access token; null for an OIDC token. */
  readonly id: string | null;
  /** The description of the access token, or the subject of the OIDC token. */
  readonly description: string;
  /** The issuer of the OIDC token; null for an access token. */
  readonly issuer: string | null;
}

/** A package whose entry is left out of the index of its registry. */
export interface LeftOutPackage extends Pick<Package, 'id' | 'name' | 'version' | 'variant'> {
  /** Both are slugs. */
  readonly organization: string;
  readonly registry: string;
  /** The problem that its entry would cause in an index, or with its files, for people. */
  readonly reason: string;
}

/** A file of a package: a name and a blob. */
export interface PackageFile {
  readonly packageId: string;
  readonly name: string;
  readonly role: FileRole;
  /** Null if it is determined by the name. */
  readonly mediaType: string | null;
  readonly blob: Blob;
  readonly createdAt: Date;
}

/** Stored bytes, once per SHA-256. */
export interface Blob {
  readonly digests: Digests;
  /** In bytes. */
  readonly size: number;
  readonly location: string;
}

/** A new package is offered. */
export interface NewPackage extends Omit<Package, 'digests' | 'projectId' | 'standing' | 'notice' | 'tags'> {
  /** The normal forms of name and version, which are unique in a registry. */
  readonly nameKey: string;
  readonly versionKey: string;
  /** The edition of the reader that has read it. A copy gets that of its source. */
  readonly edition: number;
  /** A version that was deleted before this time can be published with the same bytes only. */
  readonly reusableSince: Date;
}

/** Bytes with the client's name for them. */
export interface NamedBlob {
  readonly name: string;
  readonly blob: Blob;
}

export interface NewFile extends NamedBlob {
  readonly role: FileRole;
  /** Null if it is determined by the name. */
  readonly mediaType: string | null;
  /** The SHA-256 of the main file that it is about, as the chart of a provenance; undefined if it states none. */
  readonly mainSha256?: string | undefined;
}

/** `derived`: derived once from the other files, at publication, and not listed with them. */
export type FileRole = 'main' | 'attached' | 'derived';

/**
 * The permission to send bytes to a registry, and later the bytes. A presigned form is an upload of one file; clients
 * of ecosystems may send an upload in pieces, and name it by its digest.
 */
export interface UploadSession {
  readonly id: string;
  readonly registryId: string;
  /** That of the registry: its clients read other digests of the bytes. */
  readonly ecosystem: EcosystemId;
  readonly expiresAt: Date;
  /** The SHA-256 of its bytes, if it is finished and was not sent with a form; otherwise null. */
  readonly name: string | null;
  /** All bytes. Null until the upload is finished. If it has a name, the file has the same. */
  readonly file: NamedBlob | null;
}

/** Some bytes of an upload, at their place in it. */
export interface UploadPiece {
  /** In bytes. */
  readonly offset: number;
  readonly blob: Blob;
}
