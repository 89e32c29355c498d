import type { UploadSession } from '../../model/records.ts';
import { BLOB_COLUMNS, toBlob } from './blob-rows.ts';
import type { Database } from './transaction.ts';

/** Selects uploads of registries that are not deleted, each with its first piece. */
export function findUploads(db: Database) {
  return db
    .selectFrom('uploads')
    .innerJoin('registries', 'registries.id', 'uploads.registry_id')
    .leftJoin('upload_pieces', (join) => join.onRef('upload_id', '=', 'uploads.id').on('position', '=', 0))
    .leftJoin('blobs', 'blobs.sha256', 'upload_pieces.sha256')
    .where('registries.deleted_at', 'is', null)
    .select(['uploads.id', 'registry_id', 'ecosystem', 'expires_at', 'file_name', 'uploads.name'])
    .select(BLOB_COLUMNS);
}

type UploadRow = Awaited<ReturnType<ReturnType<typeof findUploads>['execute']>>[number];

/** Converts a row to an upload. */
export function toUpload(row: UploadRow): UploadSession {
  const { id, registry_id: registryId, expires_at: expiresAt, file_name: fileName, name } = row;
  // A registry is only stored with an ecosystem of the contract.
  const ecosystem = row.ecosystem as UploadSession['ecosystem'];
  const upload = { id, registryId, ecosystem, expiresAt: new Date(expiresAt), name };
  const finishedName = name ?? fileName;
  const { sha256, sha512, md5, sha1, size, location } = row;
  if (finishedName === null || sha256 === null || sha512 === null || size === null || location === null)
    return { ...upload, file: null };
  return { ...upload, file: { name: finishedName, blob: toBlob({ sha256, sha512, md5, sha1, size, location }) } };
}
