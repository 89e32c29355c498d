/**
 * The catalog: tokens, registries, packages and the locations of their bytes, as small collections of records. Each has
 * a file in `catalog/`, which contains all SQL. Every method is one transaction.
 */
import type { EntryRules, SigningKey } from '../model/entries.ts';
import type { EcosystemId } from '../model/values.ts';
import type {
  Organization,
  User,
  Registry,
  RegistryChanges,
  RegistryKey,
  LeftOutPackage,
  Package,
  PackageFile,
  Blob,
} from '../model/records.ts';
import type {
  Copies,
  CopyOptions,
  CopyOutcome,
  DeletionOptions,
  DeletionOutcome,
  NewRelease,
  ReleaseOutcome,
} from './releases.ts';
import type { DocumentCatalog, DocumentReads } from './documents.ts';
import type { Names } from './names.ts';
import type { Projects } from './projects.ts';
import type { Changes } from './changes.ts';
import type { Editions } from './editions.ts';
import type { Sessions } from './sessions.ts';
import type { Tokens } from './tokens.ts';
import type { Uploads } from './uploads.ts';

export interface Catalog {
  /** Returns whether this migration was run when the catalog was opened. */
  wasMigrated(name: string): boolean;
  readonly organizations: Organizations;
  readonly tokens: Tokens;
  readonly sessions: Sessions;
  readonly registries: Registries;
  readonly projects: Projects;
  readonly names: Names;
  readonly packages: Packages;
  readonly uploads: Uploads;
  readonly blobs: Blobs;
  readonly documents: DocumentCatalog;
  readonly changes: Changes;
  readonly editions: Editions;
  readonly entries: Entries;
  /** Returns a secret that all servers on this database share. If it does not exist yet, stores and returns `made`. */
  secret(name: string, made: string): Promise<string>;
  /** Throws if the database does not respond. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** The read-only part of the catalog. */
export interface CatalogReads extends Pick<Catalog, 'wasMigrated' | 'check'> {
  readonly organizations: Pick<Organizations, 'find' | 'oldest'>;
  readonly tokens: Pick<
    Tokens,
    'findByDigest' | 'findDescribed' | 'listAccess' | 'listOfRegistry' | 'findAccess' | 'findOfRegistry'
  >;
  readonly sessions: Pick<Sessions, 'find'>;
  readonly registries: Pick<
    Registries,
    'list' | 'find' | 'ofEcosystem' | 'countPolicies' | 'deleted' | 'isBeingDeleted' | 'signingKeys'
  >;
  readonly projects: Omit<Projects, 'change'>;
  readonly names: Omit<Names, 'order'>;
  readonly packages: Omit<Packages, 'publish' | 'copy' | 'delete'>;
  readonly uploads: Pick<Uploads, 'find' | 'findNamed' | 'size' | 'pieces'>;
  readonly blobs: Pick<Blobs, 'unreferenced' | 'isAdopted' | 'isUnreferenced' | 'sha256Of' | 'walk'>;
  readonly documents: DocumentReads;
  readonly changes: Pick<Changes, 'after'>;
  readonly editions: Pick<Editions, 'earlier' | 'countEarlier' | 'claims' | 'rejected'>;
  readonly entries: Omit<Entries, 'check'>;
}

export interface Organizations {
  find(slug: string): Promise<Organization | undefined>;
  /** Creates an organization and its owner, or returns the existing ones if the slug exists. */
  ensure(organization: Organization, owner: User): Promise<OwnedOrganization>;
  /** Returns the oldest organization; undefined if there is none. */
  oldest(): Promise<OwnedOrganization | undefined>;
}

export interface OwnedOrganization {
  readonly organization: Organization;
  readonly owner: User;
}

export interface Registries {
  /** Yields registries, or only the public ones, oldest first, starting after the id `after`. Read in pages. */
  list(organizationId: string, after?: string, only?: 'public'): AsyncIterable<Registry>;
  find(organizationId: string, slug: string): Promise<Registry | undefined>;
  /** Returns the first registries of an ecosystem after this slug, ordered by slug. Does not read those of others. */
  ofEcosystem(organizationId: string, ecosystem: EcosystemId, page: SlugPage): Promise<Registry[]>;
  /** Returns the number of registries with an OIDC policy, in all organizations. */
  countPolicies(): Promise<number>;
  /** Returns false, and changes nothing, if the organization has a registry with this slug or is still deleting one. */
  insert(registry: Registry, signingKey: SigningKey | undefined): Promise<boolean>;
  /** Returns the changed registry; 'slug-taken' if another one has the new slug; undefined if it does not exist. */
  update(id: string, changes: RegistryChanges, updatedAt: Date): Promise<Registry | 'slug-taken' | undefined>;
  /**
   * Deletes a registry: it is no longer found, nor are its tokens and uploads, and nothing can be added to it. Its
   * records and its slug remain until `clear` has removed them. Returns false if it does not exist.
   */
  delete(id: string): Promise<boolean>;
  /** Returns the ids of deleted registries that have records left, in the order of deletion. */
  deleted(): Promise<string[]>;
  /** Returns whether a deleted registry with this slug has records left. */
  isBeingDeleted(organizationId: string, slug: string): Promise<boolean>;
  /**
   * Removes at most `limit` records of a deleted registry, and unreferences their blobs. Returns true if no records are
   * left; its slug is then free. Several servers may do this concurrently.
   */
  clear(id: string, limit: number): Promise<boolean>;
  /** Returns the keys of a registry that have not expired, newest first. */
  signingKeys(id: string, now: Date): Promise<RegistryKey[]>;
  /**
   * Adds the newest key of a registry, and removes expired ones. `oldUntil` is the time when those before it expire, unless
   * they expire earlier. Returns false, and changes nothing, if it would have more than `most`; undefined if the registry
   * does not exist.
   */
  addSigningKey(id: string, added: AddedKey): Promise<boolean | undefined>;
}

export interface AddedKey {
  readonly key: SigningKey;
  readonly now: Date;
  readonly oldUntil: Date;
  readonly most: number;
}

export interface SlugPage {
  readonly after: string;
  readonly limit: number;
}

export interface PageQuery {
  /** The normal form of the exact name. */
  readonly nameKey?: string | undefined;
  /** Packages after this id in the list, that is older ones. The id need not exist. */
  readonly after?: string | undefined;
  /** Packages before this id in the list, that is newer ones. */
  readonly before?: string | undefined;
  /** The number of packages before the page. Cannot be combined with `after` and `before`. */
  readonly skip?: number | undefined;
  readonly limit: number;
}

/** A page of packages, newest first. */
export interface Page {
  readonly items: readonly Package[];
  /** Whether there are newer packages before the first item, and older ones after the last item. */
  readonly hasNewer: boolean;
  readonly hasOlder: boolean;
}

/** The names of a file, its package and its project. The first two are in normal form. */
export interface FileQuery {
  readonly nameKey: string;
  readonly versionKey: string;
  readonly fileName: string;
}

/** What identifies a package. Name and version are in normal form. */
export interface VariantQuery extends Omit<FileQuery, 'fileName'> {
  readonly variant: string;
}

export interface Packages {
  find(registryId: string, id: string): Promise<Package | undefined>;
  page(registryId: string, query: PageQuery): Promise<Page>;
  files(packageId: string): Promise<PackageFile[]>;
  file(packageId: string, name: string): Promise<PackageFile | undefined>;
  /** Returns a file of this version by its name, also a derived one; the newest if several variants have one. */
  findFile(registryId: string, query: FileQuery): Promise<PackageFile | undefined>;
  /** Returns the main file of a package that is not withdrawn. */
  mainFile(registryId: string, query: VariantQuery): Promise<PackageFile | undefined>;
  /** Returns a file of the registry by the parameters of native URLs; the newest if several match. */
  findFileByName(registryId: string, name: string): Promise<PackageFile | undefined>;
  findFileBySha256(registryId: string, sha256: string): Promise<PackageFile | undefined>;
  /** Returns the offered versions of a name that have this variant, in any order. `nameKey` is a normal form. */
  offeredVersions(registryId: string, of: { readonly nameKey: string; readonly variant: string }): Promise<string[]>;
  /** Returns a derived file of a package. */
  derivedFile(packageId: string, name: string): Promise<PackageFile | undefined>;
  /** Returns the first complete packages about a version after this id, oldest first. `subjectKey` is a normal form. */
  about(
    projectId: string,
    subjectKey: string,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<Package[]>;
  /** Returns the main files of the first packages about a version, in the same order. */
  filesAbout(projectId: string, subjectKey: string, limit: number): Promise<PackageFile[]>;
  /** Returns the complete packages that a package needs directly. */
  neededBy(id: string): Promise<Package[]>;
  /** Adds a release and a revision of the registry. */
  publish(release: NewRelease): Promise<ReleaseOutcome>;
  /** Adds packages with the files and entries of others, and a revision. Copies records, not bytes. */
  copy(copies: Copies, options: CopyOptions): Promise<CopyOutcome>;
  /**
   * Deletes a package that no other one needs, stores its digests, unreferences its blobs, and adds a revision. A
   * default tag that pointed to it moves to the highest offered version.
   */
  delete(registryId: string, id: string, options?: DeletionOptions): Promise<DeletionOutcome>;
}

/**
 * A blob that loses a reference is on a list of unreferenced locations until its bytes are removed. A crash at any
 * point leaves it on the list, and all steps can be repeated.
 */
export interface Blobs {
  /**
   * Returns at most `limit` locations of the list, the oldest first: only those that were last unreferenced at this time
   * or before, or all without a time.
   */
  unreferenced(limit: number, until?: Date): Promise<string[]>;
  /**
   * Drops the records of blobs on the list without references. Returns the locations whose bytes may be removed.
   * Excludes locations that are referenced again, which are removed from the list, and locations that are not on the
   * list, or were unreferenced again after this time.
   */
  abandon(locations: readonly string[], until?: Date): Promise<string[]>;
  /** Removes locations from the list. Must be called after their bytes were removed. */
  forget(locations: readonly string[]): Promise<void>;
  /** Returns whether a record has this location. */
  isAdopted(location: string): Promise<boolean>;
  /** Returns the SHA-256 of the blob with this SHA-256 or SHA-512; undefined if there is none. */
  sha256Of(digest: string): Promise<string | undefined>;
  /** Returns whether a location is on the list. */
  isUnreferenced(location: string): Promise<boolean>;
  /** Yields all records, ordered by location. Read in pages, so memory use is constant. */
  walk(): AsyncIterable<Blob>;
}

/** The entries of packages in indexes. */
export interface Entries {
  /**
   * Returns the edition of the rules that the entries of an ecosystem were last checked against; undefined if never.
   */
  edition(ecosystem: EcosystemId): Promise<number | undefined>;
  /**
   * Checks all entries of an ecosystem, and stores which are left out of indexes, and why. All indexes of the ecosystem
   * are out of date afterwards. Can be repeated and run by several servers. Returns the number of entries that are left
   * out.
   */
  check(ecosystem: EcosystemId, edition: number, rules: EntryRules): Promise<number>;
  /** Returns the first packages of a registry that are left out of its index, oldest first. */
  leftOut(registryId: string, limit: number): Promise<LeftOutPackage[]>;
  /** Yields all packages that are left out, oldest first. Read in pages, so memory use is constant. */
  allLeftOut(): AsyncIterable<LeftOutPackage>;
}

/** The read-only part of `Blobs`. */
export type ExistingRecords = Pick<Blobs, 'isAdopted' | 'isUnreferenced' | 'walk'>;

/**
 * The database cannot be reached or does not respond in time. A change that failed with this error may have been
 * committed, because its response can be lost.
 */
export class CatalogUnavailable extends Error {
  override readonly name = 'CatalogUnavailable';
}
