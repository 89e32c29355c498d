import type { Packages } from '../catalog.ts';
import { copyPackage, publishPackage } from './add-package.ts';
import { readPage } from './package-page.ts';
import { selectFiles, selectPackages, toPackage, toPackageFile } from './package-rows.ts';
import { releasePackage } from './release.ts';
import { addRevision, markPart } from './revisions.ts';
import { transact } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';

/** Packages and their files. */
export function createPackages({ read, write }: Connections): Packages {
  return {
    async find(registryId, id) {
      const query = selectPackages(read).where('packages.id', '=', id).where('packages.registry_id', '=', registryId);
      const row = await query.executeTakeFirst();
      return row === undefined ? undefined : toPackage(row);
    },

    page: (registryId, query) => readPage(read, registryId, query),
    isCursor: (registryId, id) => isCursor(read, registryId, id),

    async files(packageId) {
      const rows = await selectFiles(read).where('package_id', '=', packageId).orderBy('position').execute();
      return rows.map(toPackageFile);
    },

    async file(packageId, name) {
      const query = selectFiles(read).where('package_id', '=', packageId).where('name', '=', name);
      const row = await query.executeTakeFirst();
      return row === undefined ? undefined : toPackageFile(row);
    },

    async findFileByName(registryId, name) {
      const query = selectFiles(read).where('registry_id', '=', registryId).where('name', '=', name);
      const row = await query.orderBy('package_id', 'desc').limit(1).executeTakeFirst();
      return row === undefined ? undefined : toPackageFile(row);
    },

    async findFileBySha256(registryId, sha256) {
      const query = selectFiles(read).where('registry_id', '=', registryId).where('files.sha256', '=', sha256);
      const row = await query.orderBy('package_id', 'desc').limit(1).executeTakeFirst();
      return row === undefined ? undefined : toPackageFile(row);
    },

    insert: (pkg, files, entry) => publishPackage(write, pkg, files, entry),
    copy: (sourceId, pkg) => copyPackage(write, sourceId, pkg),
    delete: (registryId, id) => deletePackage(write, registryId, id),
  };
}

async function isCursor(read: Database, registryId: string, id: string): Promise<boolean> {
  // One statement: between two, a package could move from the first table to the second unseen.
  const row = await read
    .selectFrom('packages')
    .where('registry_id', '=', registryId)
    .where('id', '=', id)
    .select('id')
    .unionAll(
      read.selectFrom('deleted_packages').where('registry_id', '=', registryId).where('id', '=', id).select('id'),
    )
    .executeTakeFirst();
  return row !== undefined;
}

async function deletePackage(write: Database, registryId: string, id: string): Promise<boolean> {
  return await transact<boolean>(write, async (trx, undo) => {
    const revision = (await addRevision(trx, registryId)) ?? undo(false);
    await releasePackage(trx, id);
    const entry = await trx.selectFrom('entries').where('package_id', '=', id).select('part').executeTakeFirst();
    const deletion = trx.deleteFrom('packages').where('id', '=', id).where('registry_id', '=', registryId);
    if ((await deletion.returning('id').executeTakeFirst()) === undefined) return undo(false);

    if (entry !== undefined) await markPart(trx, registryId, entry.part, revision);
    await trx.insertInto('deleted_packages').values({ registry_id: registryId, id }).execute();
    return true;
  });
}
