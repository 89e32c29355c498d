/**
 * The tables, as types for Kysely. Both dialects store the same: times as ISO text, booleans as 0 or 1, JSON as text.
 */
export interface Schema {
  organizations: OrganizationsTable;
  users: UsersTable;
  tokens: TokensTable;
  registries: RegistriesTable;
  signing_keys: SigningKeysTable;
  packages: PackagesTable;
  deleted_versions: DeletedVersionsTable;
  entries: EntriesTable;
  files: FilesTable;
  blobs: BlobsTable;
  released: ReleasedTable;
  index_parts: IndexPartsTable;
  indexes: IndexesTable;
  index_files: IndexFilesTable;
  uploads: UploadsTable;
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
  created_at: string;
  updated_at: string;
  /** The time of the deletion, while records are being removed; null if the registry is not deleted. */
  deleted_at: string | null;
}

interface SigningKeysTable {
  registry_id: string;
  private_key: string;
  public_key: string;
}

interface PackagesTable {
  id: string;
  registry_id: string;
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
}

interface FilesTable {
  package_id: string;
  /** The first file of a package has 0. */
  position: number;
  registry_id: string;
  name: string;
  sha256: string;
  created_at: string;
  /** 1 for a file that was derived from the first one and is not listed; 0 for all others. */
  derived: number;
}

export interface BlobsTable {
  sha256: string;
  sha512: string;
  md5: string | null;
  sha1: string | null;
  size: number;
  location: string;
}

interface ReleasedTable {
  location: string;
}

interface IndexPartsTable {
  registry_id: string;
  part: string;
  /** The revision that last changed the part. */
  revision: number;
}

export interface IndexesTable {
  registry_id: string;
  revision: number;
  last_modified: string;
  /** Null for indexes that 0.1.0 stored. */
  date: string | null;
}

interface IndexFilesTable {
  registry_id: string;
  revision: number;
  path: string;
  /** The path up to and including its last slash. */
  folder: string;
  part: string | null;
  sha256: string;
}

interface UploadsTable {
  id: string;
  registry_id: string;
  expires_at: string;
  /** The name and the digest are null until the file is sent. */
  file_name: string | null;
  sha256: string | null;
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
