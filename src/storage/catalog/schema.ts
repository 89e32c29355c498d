/**
 * The tables, as types for Kysely. Both dialects store the same: times as ISO text, booleans as 0 or 1, JSON as text.
 */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { FileRole, ProjectStatus, Standing } from '../../model/records.ts';
import type { DocumentPiecesTable, DocumentsTable, PartsTable } from './documents/tables.ts';

export interface Schema {
  organizations: OrganizationsTable;
  users: UsersTable;
  tokens: TokensTable;
  sessions: SessionsTable;
  registries: RegistriesTable;
  signing_keys: SigningKeysTable;
  projects: ProjectsTable;
  names: NamesTable;
  packages: PackagesTable;
  claims: ClaimsTable;
  rejections: RejectionsTable;
  tags: TagsTable;
  needs: NeedsTable;
  deleted_versions: DeletedVersionsTable;
  entries: EntriesTable;
  removed_entries: RemovedEntriesTable;
  files: FilesTable;
  blobs: BlobsTable;
  unreferenced_blobs: UnreferencedBlobsTable;
  parts: PartsTable;
  documents: DocumentsTable;
  document_pieces: DocumentPiecesTable;
  uploads: UploadsTable;
  upload_pieces: UploadPiecesTable;
  changes: ChangesTable;
  entry_editions: EntryEditionsTable;
  secrets: SecretsTable;
}

interface OrganizationsTable {
  id: string;
  slug: string;
  name: string;
  owner_id: string;
  created_at: string;
}

interface UsersTable {
  id: string;
  name: string;
  email: string;
  created_at: string;
}

interface TokensTable {
  id: string;
  digest: string;
  description: string;
  scopes: string;
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
  organization_id: string;
  user_id: string;
  /** Null for an access token. */
  registry_id: string | null;
  from_settings: number;
  /** The token whose deletion also deletes this one. */
  parent_id: string | null;
}

interface SessionsTable {
  digest: string;
  token_id: string;
  created_at: string;
  used_at: string;
}

export interface RegistriesTable {
  id: string;
  organization_id: string;
  slug: string;
  name: string;
  ecosystem: string;
  description: string | null;
  emoji: string | null;
  color: string | null;
  public: number;
  oidc_policy: string | null;
  team_ids: string;
  revision: number;
  key_number: number;
  created_at: string;
  updated_at: string;
  /** The time of the deletion, while records are being removed; null if the registry is not deleted. */
  deleted_at: string | null;
}

interface SigningKeysTable {
  registry_id: string;
  /** That of the newest one is the `key_number` of the registry. */
  number: number;
  private_key: string;
  public_key: string;
  created_at: string;
  /** Null for the newest one. */
  expires_at: string | null;
}

/** A name in a registry. It exists as long as it has packages. */
interface ProjectsTable {
  /** The id of its first package. */
  id: string;
  registry_id: string;
  name_key: string;
  /** `name_key` behind its first slash. */
  short_key: GeneratedAlways<string>;
  /** The name of its newest package. */
  name: string;
  metadata: ColumnType<string, string | undefined, string>;
  /** The revision of the registry that last changed its packages, tags, status or metadata. */
  revision: number;
  status: ColumnType<ProjectStatus['status'], never, ProjectStatus['status']>;
  /** For people. */
  status_reason: ColumnType<string | null, never, string | null>;
}

/**
 * The name of a project that searches find: it has an offered package, and is not quarantined. The index of parts of names
 * follows this table: by triggers on SQLite, as an index of the table on PostgreSQL.
 */
interface NamesTable {
  /** In the order of the first offered packages. */
  number: Generated<number>;
  project_id: string;
  /** These three never change. */
  registry_id: string;
  organization_id: string;
  ecosystem: string;
  /** The `searchKey` of the name. */
  key: string;
  /** The number of offered versions. */
  versions: number;
  /** A package of the latest version. */
  latest_id: string;
  /** When the newest offered package was published. */
  published_at: string;
  /** 0 if the latest version of a migrated project was not yet determined by the order of its ecosystem. */
  is_ordered: number;
}

interface PackagesTable {
  id: string;
  registry_id: string;
  /** Never null. SQLite cannot add a column that is not and has a reference. */
  project_id: string;
  name: string;
  name_key: string;
  version: string;
  version_key: string;
  /** Empty if a package has none, because two NULLs would pass the unique constraint. */
  variant: string;
  metadata: string;
  created_at: string;
  /** The id and the description of a token, which may be deleted. Both are null for packages that 0.1.0 stored. */
  publisher_id: string | null;
  publisher: string | null;
  publisher_issuer: string | null;
  standing: ColumnType<Standing, Standing | undefined, Standing>;
  /** The reason of the standing, for people. */
  notice: string | null;
  /** The edition of the reader that has read it; 0 for packages of earlier versions. */
  edition: ColumnType<number, number | undefined, number>;
  /** The normal form of the version of the project that it is about; null for none. It need not exist. */
  subject_key: string | null;
  /** 1 if it is a part of another package of its project: lists omit it. */
  is_part: ColumnType<number, number | undefined, number>;
}

/** The data that a client sent in addition to the main file of a package. There is no row if it sent none. */
interface ClaimsTable {
  package_id: string;
  /** A JSON object. */
  claims: string;
}

/** The packages that the last edition of their reader rejects. */
interface RejectionsTable {
  package_id: string;
  /** The problem, for people. */
  reason: string;
}

interface TagsTable {
  project_id: string;
  tag: string;
  package_id: string;
}

/** Versions of a project that a package needs. */
interface NeedsTable {
  project_id: string;
  package_id: string;
  version_key: string;
}

interface DeletedVersionsTable {
  registry_id: string;
  name_key: string;
  version_key: string;
  variant: string;
  /** The digest of the first file of the last deleted package. */
  sha256: string;
  sha512: string;
  deleted_at: string;
  /** 1 if a package was withdrawn when it was deleted. */
  withdrawn: ColumnType<number, number | undefined, number>;
}

interface EntriesTable {
  package_id: string;
  registry_id: string;
  part: string;
  /** The name of the package. */
  name_key: string;
  text: string;
  /** The reason why it is left out of the index; null if it is not. */
  refusal: string | null;
  /** The revision of the registry that last changed the entry. */
  revision: number;
}

/** The last removal of an entry of a name. */
interface RemovedEntriesTable {
  registry_id: string;
  part: string;
  name_key: string;
  revision: number;
}

interface FilesTable {
  package_id: string;
  /** The main file of a package has 0, and no other file. */
  position: number;
  registry_id: string;
  name: string;
  sha256: string;
  created_at: string;
  role: FileRole;
  /** Null if it is determined by the name. */
  media_type: string | null;
  /** The SHA-256 of the main file that it is about; null if it states none. */
  main_sha256: string | null;
}

export interface BlobsTable {
  sha256: string;
  sha512: string;
  md5: string | null;
  sha1: string | null;
  size: number;
  location: string;
}

interface UnreferencedBlobsTable {
  location: string;
  /** When it last lost a reference. */
  since: string;
}

interface UploadsTable {
  id: string;
  registry_id: string;
  expires_at: string;
  /** The name of the file of a form; null until it is sent, and for other uploads. */
  file_name: string | null;
  /** The SHA-256 of the bytes of a finished upload; null until then, and for forms. */
  name: string | null;
}

/** A finished upload has one. */
interface UploadPiecesTable {
  upload_id: string;
  position: number;
  offset: number;
  size: number;
  sha256: string;
}

export interface ChangesTable {
  registry_id: string;
  revision: number;
  kind: string;
  package_id: string | null;
  /** The name of the project; null for changes of a whole registry. */
  name: string | null;
  version: string | null;
  variant: string | null;
  /** A JSON object. */
  details: string | null;
  by_id: string | null;
  /** The description of a token, or the subject of an OIDC token; null if the server made the change by itself. */
  by: string | null;
  by_issuer: string | null;
  at: string;
}

interface EntryEditionsTable {
  ecosystem: string;
  /** The edition of the rules that the entries of this ecosystem were last checked against. */
  edition: number;
}

interface SecretsTable {
  name: string;
  value: string;
}
