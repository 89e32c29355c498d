import type { Packages } from '../catalog.ts';
import type { DeletionOptions, DeletionOutcome } from '../releases.ts';
import { addRelease } from './add-release.ts';
import { copyPackages } from './copy-packages.ts';
import { changedPackage, keepChange } from './changes.ts';
import { keepDeleted } from './deleted-versions.ts';
import { createPageRead } from './package-page.ts';
import { refreshName } from './name-rows.ts';
import { findNeedingVersions } from './needs.ts';
import { findFamily, findVersionsAbout, markParts } from './package-parts.ts';
import { createPackageReads } from './package-reads.ts';
import { toPackage, toPackageFile } from './package-rows.ts';
import { removeFromProject } from './project-rows.ts';
import { removeEntries } from './removed-entries.ts';
import { unreferencePackages } from './unreference.ts';
import { addRevision } from './revisions.ts';
import { restoreDefaultTag } from './tags.ts';
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
    mainFile: async (registryId, query) => first(await reads.mainFile({ registryId, ...query }), toPackageFile),
    offeredVersions: async (registryId, of) =>
      (await reads.offeredVersions({ registryId, ...of })).map(({ version }) => version),
    findFileByName: async (registryId, name) => first(await reads.newestFile({ registryId, name }), toPackageFile),
    findFileBySha256: async (registryId, sha256) =>
      first(await reads.newestFile({ registryId, sha256 }), toPackageFile),
    about: async (projectId, subjectKey, page) =>
      (await reads.about({ projectId, subjectKey, after: '', ...page })).map(toPackage),
    filesAbout: async (projectId, subjectKey, limit) =>
      (await reads.filesAbout({ projectId, subjectKey, limit })).map(toPackageFile),
    neededBy: async (id) => (await reads.neededBy({ id })).map(toPackage),
    derivedFile: async (packageId, name) => first(await reads.derivedFile({ packageId, name }), toPackageFile),
    publish: (release) => addRelease(write, release),
    copy: (copies, options) => copyPackages(write, copies, options),
    delete: (registryId, id, options) => deletePackage(write, { registryId, id, ...options }),
  };
}

function first<Row, Value>([row]: readonly Row[], toValue: (row: Row) => Value): Value | undefined {
  return row === undefined ? undefined : toValue(row);
}

interface Deletion extends DeletionOptions {
  readonly registryId: string;
  readonly id: string;
}

/** No version is later than another, so the last published one is the latest. */
const lastPublished = (): number => 0;

async function deletePackage(
  write: Database,
  { registryId, id, by, defaultTag, compare = lastPublished, hidesParts = false, keepsSubjects = false }: Deletion,
): Promise<DeletionOutcome> {
  return await transact<DeletionOutcome>(write, async (trx, undo) => {
    const revision = (await addRevision(trx, registryId)) ?? undo({ outcome: 'gone' });
    const needing = await findNeedingVersions(trx, id);
    if (keepsSubjects) needing.push(...(await findVersionsAbout(trx, id)));
    if (needing.length > 0) undo({ outcome: 'needed', by: needing });
    const family = hidesParts ? await findFamily(trx, id) : undefined;
    await unreferencePackages(trx, [id]);
    const sha256 = await keepDeleted(trx, id);
    await removeEntries(trx, id, revision);
    const deletion = trx.deleteFrom('packages').where('id', '=', id).where('registry_id', '=', registryId);
    const { project_id: projectId, ...deleted } =
      (await deletion.returning(['project_id', 'id', 'name', 'version', 'variant']).executeTakeFirst()) ??
      undo({ outcome: 'gone' });
    if (family !== undefined) await markParts(trx, projectId, family.versionKeys);
    await removeFromProject(trx, projectId, revision);
    const tagged = defaultTag && (await restoreDefaultTag(trx, projectId, defaultTag));
    await refreshName(trx, projectId, { compare, defaultTag: defaultTag?.tag ?? null });
    const tags = defaultTag && tagged !== undefined ? { tags: [{ tag: defaultTag.tag, package: tagged }] } : {};
    const change = { registryId, revision, ...changedPackage(deleted), details: { sha256, ...tags }, by: by ?? null };
    await keepChange(trx, { ...change, kind: 'delete' });
    return { outcome: 'deleted' };
  });
}
