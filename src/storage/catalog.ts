/**
 * Who may do what, which packages there are, and where their bytes lie: small collections of records, one file each in
 * `catalog/`; SQL stays inside that folder. Every method is one transaction.
 */
import type { EntryRules, IndexEntry, SigningKey } from '../model/entries.ts';
import type { Digests, EcosystemId } from '../model/values.ts';
import type {
  Organization,
  User,
  Registry,
  RegistryChanges,
  LeftOutPackage,
  Package,
  PackageFile,
  Blob,
  NewPackage,
  NewFile,
  UploadSession,
} from '../model/records.ts';
import type { Indexes } from './indexes.ts';
import type { Tokens } from './tokens.ts';

export interface Catalog {
  /** Returns whether this migration was run when the catalog was opened. */
  wasMigrated(name: string): boolean;
  readonly organizations: Organizations;
  readonly tokens: Tokens;
  readonly registries: Registries;
  readonly packages: Packages;
  readonly uploads: Uploads;
  readonly blobs: Blobs;
  readonly indexes: Indexes;
  readonly entries: Entries;
  /** A secret that all servers on this database share, made by the first that asks for it; `made` is used if that is us. */
  secret(name: string, made: string): Promise<string>;
  /** Throws when the database does not answer. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** The part of the catalog that changes nothing. */
export interface CatalogReads extends Pick<Catalog, 'wasMigrated' | 'check'> {
  readonly organizations: Pick<Organizations, 'find' | 'oldest'>;
  readonly tokens: Pick<
    Tokens,
    'findByDigest' | 'findDescribed' | 'listAccess' | 'listOfRegistry' | 'findAccess' | 'findOfRegistry'
  >;
  readonly registries: Pick<
    Registries,
    'list' | 'find' | 'countPolicies' | 'deleted' | 'isBeingDeleted' | 'signingKey'
  >;
  readonly packages: Omit<Packages, 'insert' | 'copy' | 'delete'>;
  readonly uploads: Pick<Uploads, 'find'>;
  readonly blobs: Pick<Blobs, 'unreferenced' | 'isAdopted' | 'isUnreferenced' | 'walk'>;
  readonly indexes: Omit<Indexes, 'insert'>;
  readonly entries: Omit<Entries, 'check'>;
}

export interface Organizations {
  find(slug: string): Promise<Organization | undefined>;
  /** Creates an organization and the user who owns it. Does nothing when the slug exists; answers what is there then. */
  ensure(organization: Organization, owner: User): Promise<OwnedOrganization>;
  /** The organization that was created first; undefined if there is none. */
  oldest(): Promise<OwnedOrganization | undefined>;
}

export interface OwnedOrganization {
  readonly organization: Organization;
  readonly owner: User;
}

export interface Registries {
  /** Ordered by creation, oldest first, from the first that was made after the id `after`; read in pages. */
  list(organizationId: string, after?: string): AsyncIterable<Registry>;
  find(organizationId: string, slug: string): Promise<Registry | undefined>;
  /** Returns how many registries of all organizations have an OIDC policy. */
  countPolicies(): Promise<number>;
  /** Answers false, and changes nothing, when the organization has, or is still deleting, a registry with this slug. */
  insert(registry: Registry, signingKey: SigningKey | undefined): Promise<boolean>;
  /** Answers the changed registry; 'slug-taken' when another has the new slug; undefined when there is none. */
  update(id: string, changes: RegistryChanges, updatedAt: Date): Promise<Registry | 'slug-taken' | undefined>;
  /**
   * Deletes a registry: neither it nor its tokens and uploads are found any more, and nothing is added to it. Its records
   * stay until `clear` has removed them, and so does its slug. Returns false if there is none.
   */
  delete(id: string): Promise<boolean>;
  /** The ids of deleted registries that have records left, those deleted first coming first. */
  deleted(): Promise<string[]>;
  /** Returns whether this slug belongs to a deleted registry that has records left. */
  isBeingDeleted(organizationId: string, slug: string): Promise<boolean>;
  /**
   * Removes at most `limit` records of a deleted registry, and unreferences their blobs. Returns true once nothing is left,
   * which also frees its slug. Several servers may do this concurrently.
   */
  clear(id: string, limit: number): Promise<boolean>;
  signingKey(id: string): Promise<SigningKey | undefined>;
}

export interface PageQuery {
  /** Exact, in the form that must not come twice. */
  readonly nameKey?: string | undefined;
  /** Packages that follow this id in the list, that is older ones; whether or not there is a package with it. */
  readonly after?: string | undefined;
  /** Packages that precede this id in the list, that is newer ones. */
  readonly before?: string | undefined;
  /** How many packages of the list precede the page. Without `after` and `before`. */
  readonly skip?: number | undefined;
  readonly limit: number;
}

/** A page of packages, newest first. */
export interface Page {
  readonly items: readonly Package[];
  /** Whether there are newer ones before the first item, older ones after the last item. */
  readonly hasNewer: boolean;
  readonly hasOlder: boolean;
}

export interface Published {
  readonly outcome: 'published';
  readonly package: Package;
  /** The locations, of those offered, that the catalog took over; the others hold bytes that it had already. */
  readonly adopted: ReadonlySet<string>;
}

/** A package with these keys and this variant is there already. */
export interface AlreadyThere {
  readonly outcome: 'exists';
  readonly package: Package;
}

/** A package with these keys and this variant was deleted with other bytes, before the time that was given. */
export interface DeletedBefore {
  readonly outcome: 'deleted-before';
  readonly digests: Digests;
  readonly deletedAt: Date;
}

/** The registry, or the package to copy, has gone in the meantime. */
export interface Gone {
  readonly outcome: 'gone';
}

/** The upload that holds the bytes has ended in the meantime. */
export interface UploadGone {
  readonly outcome: 'upload-gone';
}

/** The package would bring a part to the index that is one too many. Answers the parts that there are. */
export interface TooManyParts {
  readonly outcome: 'too-many-parts';
  readonly parts: readonly string[];
}

/** The package to copy is left out of the index where it is, for this reason. */
export interface LeftOut {
  readonly outcome: 'left-out';
  readonly reason: string;
}

/** `mostParts` are the most parts that the index of the registry may have; without it, there is no limit. */
export interface NewEntry extends IndexEntry {
  readonly mostParts?: number | undefined;
}

export interface Packages {
  find(registryId: string, id: string): Promise<Package | undefined>;
  page(registryId: string, query: PageQuery): Promise<Page>;
  files(packageId: string): Promise<PackageFile[]>;
  file(packageId: string, name: string): Promise<PackageFile | undefined>;
  /** A file of the registry by what native URLs know of it. The newest when several match. */
  findFileByName(registryId: string, name: string): Promise<PackageFile | undefined>;
  findFileBySha256(registryId: string, sha256: string): Promise<PackageFile | undefined>;
  /** A file that was made from the first file of a package; only this method finds such files. */
  derivedFile(packageId: string, name: string): Promise<PackageFile | undefined>;
  /**
   * Adds a package, its files, blobs and index entry, and a revision of the registry. With the id of an upload, the first
   * file has the bytes of that upload, which is deleted in the same transaction; it stays if nothing is added.
   */
  insert(
    pkg: NewPackage,
    files: readonly NewFile[],
    entry: NewEntry | undefined,
    upload?: string,
  ): Promise<Published | AlreadyThere | DeletedBefore | Gone | TooManyParts | UploadGone>;
  /** Adds `pkg` with the files and the index entry of the package `sourceId`. Copies records, never bytes. */
  copy(
    sourceId: string,
    pkg: NewPackage,
    mostParts?: number,
  ): Promise<Published | AlreadyThere | DeletedBefore | Gone | TooManyParts | LeftOut>;
  /** Deletes a package, keeps what its bytes were, unreferences its blobs, adds a revision. False when there is none. */
  delete(registryId: string, id: string): Promise<boolean>;
}

export interface Uploads {
  insert(upload: UploadSession): Promise<void>;
  find(id: string): Promise<UploadSession | undefined>;
  /**
   * Adds the file of an upload, which holds the blob from then on. 'stored' with the locations that were taken over;
   * 'used' when there is a file already, 'gone' when there is no such upload.
   */
  store(
    id: string,
    file: NewFile,
  ): Promise<
    { readonly outcome: 'stored'; readonly adopted: ReadonlySet<string> } | { readonly outcome: 'used' } | Gone
  >;
  /** Deletes an upload, releasing its blob. False when there is none. */
  delete(id: string): Promise<boolean>;
  /** Deletes at most `limit` uploads that expired before this time, and unreferences their blobs. Returns how many. */
  deleteExpired(before: Date, limit: number): Promise<number>;
}

/**
 * Blobs that something stopped pointing to are on a list of unreferenced locations until their bytes are gone:
 * a crash at any point leaves them on the list, and all steps can be repeated.
 */
export interface Blobs {
  /** Locations on the list, at most `limit`, in order. */
  unreferenced(limit: number): Promise<string[]>;
  /**
   * Drops the records of those blobs on the list that nothing points to. Returns the locations whose bytes may be removed:
   * not those that something points to again, which are taken off the list, nor those that are not on the list.
   */
  abandon(locations: readonly string[]): Promise<string[]>;
  /** Takes locations off the list, after their bytes were removed. */
  forget(locations: readonly string[]): Promise<void>;
  /** Whether a record names this location. */
  isAdopted(location: string): Promise<boolean>;
  /** Whether a location is on the list. */
  isUnreferenced(location: string): Promise<boolean>;
  /** All records, ordered by location; read in pages, so memory stays flat. */
  walk(): AsyncIterable<Blob>;
}

/** The entries that packages have in indexes. */
export interface Entries {
  /** The edition of the rules that the entries of an ecosystem were checked by last; undefined if they never were. */
  edition(ecosystem: EcosystemId): Promise<number | undefined>;
  /**
   * Checks all entries of an ecosystem, and keeps which of them are left out of indexes, and why. Every index of the
   * ecosystem is out of date then. Can be repeated, and be run by several servers. Answers how many are left out.
   */
  check(ecosystem: EcosystemId, edition: number, rules: EntryRules): Promise<number>;
  /** The first packages of a registry that are left out of its index, oldest first. */
  leftOut(registryId: string, limit: number): Promise<LeftOutPackage[]>;
  /** All packages that are left out, oldest first; read in pages, so memory stays flat. */
  allLeftOut(): AsyncIterable<LeftOutPackage>;
}

/** As much of the records of blobs as can be had without writing. */
export type ExistingRecords = Pick<Blobs, 'isAdopted' | 'isUnreferenced' | 'walk'>;

/**
 * The database cannot be reached, or does not answer in time; later it may. A change that failed with this may or may
 * not have been made: the answer to it can be lost as well.
 */
export class CatalogUnavailable extends Error {
  override readonly name = 'CatalogUnavailable';
}
