import { sql } from 'kysely';
import type { Package, PackageFile } from '../../model/records.ts';
import { BLOB_COLUMNS, toBlob, toDigests } from './blob-rows.ts';
import type { Database } from './transaction.ts';

/** Selects packages, each with the digests of its first file and its tags. */
export function selectPackages(db: Database) {
  return db
    .selectFrom('packages')
    .innerJoin('files', (join) => join.onRef('files.package_id', '=', 'packages.id').on('files.position', '=', 0))
    .innerJoin('blobs', 'blobs.sha256', 'files.sha256')
    .select(['packages.id', 'packages.registry_id', 'packages.project_id', 'packages.name'])
    .select(['version', 'variant', 'metadata'])
    .select([
      'packages.created_at',
      'publisher_id',
      'publisher',
      'publisher_issuer',
      'blobs.sha256',
      'sha512',
      'md5',
      'sha1',
      'standing',
      'notice',
      tags,
    ]);
}

/** The tags of a package, one per line; null if there are none. No tag contains a line break. */
const tags = sql<string | null>`(
  select string_agg(tags.tag, ${sql.lit('\n')}) from tags where tags.package_id = packages.id
)`.as('tags');

/** Selects files, each with its blob. */
export function selectFiles(db: Database) {
  return db
    .selectFrom('files')
    .innerJoin('blobs', 'blobs.sha256', 'files.sha256')
    .select(['files.package_id', 'files.name', 'files.role', 'files.media_type', 'files.created_at'])
    .select(BLOB_COLUMNS);
}

type PackageRow = Awaited<ReturnType<ReturnType<typeof selectPackages>['execute']>>[number];
type FileRow = Awaited<ReturnType<ReturnType<typeof selectFiles>['execute']>>[number];

/** Converts a row to a package. */
export function toPackage(row: PackageRow): Package {
  return {
    id: row.id,
    registryId: row.registry_id,
    projectId: row.project_id,
    name: row.name,
    version: row.version,
    variant: row.variant === '' ? null : row.variant,
    // The column is written from a `Package`.
    metadata: JSON.parse(row.metadata) as Package['metadata'],
    createdAt: new Date(row.created_at),
    publishedBy: toPublisher(row),
    digests: toDigests(row),
    standing: row.standing,
    notice: row.notice,
    tags: row.tags?.split('\n').toSorted() ?? [],
  };
}

function toPublisher({
  publisher_id: id,
  publisher: description,
  publisher_issuer: issuer,
}: PackageRow): Package['publishedBy'] {
  return description === null ? null : { id, description, issuer };
}

/** Converts a row to a file. */
export function toPackageFile(row: FileRow): PackageFile {
  return {
    packageId: row.package_id,
    name: row.name,
    role: row.role,
    mediaType: row.media_type,
    blob: toBlob(row),
    createdAt: new Date(row.created_at),
  };
}
