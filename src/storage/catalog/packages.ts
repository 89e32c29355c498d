import type { Packages } from '../catalog.ts';
import { copyPackage, publishPackage } from './add-package.ts';
import { keepDeleted } from './deleted-versions.ts';
import { createPageRead } from './package-page.ts';
import { createPackageReads } from './package-reads.ts';
import { toPackage, toPackageFile } from './package-rows.ts';
import { removeFromProject } from './project-rows.ts';
import { removeEntries } from './removed-entries.ts';
import { unreferencePackages } from './unreference.ts';
import { addRevision } from './revisions.ts';
import { transact } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';

/** Packages and their files. */
export function createPackages(connections: Connections): Packages {
  const { write } = connections;
  const reads = createPackageReads(connections);
  return {
    find: async (registryId, id) => first(await reads.byId({ registryId, id }), toPackage),
    page: createPageRead(connections),
    files: async (packageId) => (await reads.files({ packageId })).map(toPackageFile),
    file: async (packageId, name) => first(await reads.files({ packageId, name }), toPackageFile),
    findFile: async (registryId, query) => first(await reads.fileOfVersion({ registryId, ...query }), toPackageFile),
    findFileByName: async (registryId, name) => first(await reads.newestFile({ registryId, name }), toPackageFile),
    findFileBySha256: async (registryId, sha256) =>
      first(await reads.newestFile({ registryId, sha256 }), toPackageFile),
    derivedFile: async (packageId, name) => first(await reads.derivedFile({ packageId, name }), toPackageFile),
    insert: (pkg, files, entry, upload) => publishPackage(write, { pkg, files, entry, upload }),
    copy: (sourceId, pkg, mostParts) => copyPackage(write, sourceId, pkg, mostParts),
    delete: (registryId, id) => deletePackage(write, registryId, id),
  };
}

function first<Row, Value>([row]: readonly Row[], toValue: (row: Row) => Value): Value | undefined {
  return row === undefined ? undefined : toValue(row);
}

async function deletePackage(write: Database, registryId: string, id: string): Promise<boolean> {
  return await transact<boolean>(write, async (trx, undo) => {
    const revision = (await addRevision(trx, registryId)) ?? undo(false);
    await unreferencePackages(trx, [id]);
    await keepDeleted(trx, id);
    await removeEntries(trx, id, revision);
    const deletion = trx.deleteFrom('packages').where('id', '=', id).where('registry_id', '=', registryId);
    const deleted = (await deletion.returning('project_id').executeTakeFirst()) ?? undo(false);
    await removeFromProject(trx, deleted.project_id, revision);
    return true;
  });
}
