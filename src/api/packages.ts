/** Operations of the tag Packages. */
import type { Failure } from '../model/failure.ts';
import type { Package } from '../model/records.ts';
import type { RegistryRef } from '../model/registry-ref.ts';
import { titleOf } from '../model/package-title.ts';
import { publisherOf, type Caller } from '../registry/callers.ts';
import { changeProject } from '../registry/change-project.ts';
import { copyPackage as copy } from '../registry/copy.ts';
import { deletePackage as remove } from '../registry/delete-package.ts';
import { listFiles } from '../registry/list-files.ts';
import { listPackages as list } from '../registry/list.ts';
import { publishPackage as publish } from '../registry/publish.ts';
import { checkForm, createUpload, storeUpload } from '../registry/uploads/forms.ts';
import { publishUploaded } from '../registry/uploads/publish-uploaded.ts';
import { unkept } from '../serving/caching.ts';
import type { ApiOperations, Context, FormCheck, LarderEnv, Operation } from '../serving/env.ts';
import { fileReply } from '../serving/file-reply.ts';
import { alreadyExists, packageExists } from '../serving/package-exists.ts';
import { missing } from '../serving/resolvers.ts';
import type { Urls } from '../serving/urls.ts';
import type { ProjectChanges } from '../storage/projects.ts';
import { asPackageFile } from './represent/package-file.ts';
import { asPackage, asPackageListItem } from './represent/package.ts';
import { linkHeader, pageLinks, unlessUsual } from './represent/page-links.ts';

const listPackages: Operation<'listPackages'> = async ({ found, query }, { larder, urls }) => {
  const { name, after, before, page: number, per_page: limit } = query;
  const page = await list(larder, found.registry, { name, after, before, page: number, limit });
  const path = { organization: found.organization.slug, registry: found.registry.slug };
  const at = (cursor: { after?: string | undefined; before?: string | undefined; page?: string }): string =>
    urls.of('listPackages', path, { name, ...cursor, per_page: unlessUsual(limit) });
  const links = pageLinks(page, at(number === 1 ? { after, before } : { page: String(number) }), at);
  return {
    status: 200,
    headers: { Link: linkHeader(links) },
    body: { items: page.items.map((pkg) => asPackageListItem(found, pkg, urls)), links },
  };
};

const publishPackage: Operation<'publishPackage'> = async (
  { found, body, requireCaller: caller },
  { larder, urls },
) => {
  // The contract requires exactly one of the three.
  const file = body.file ?? body['package[package_file]'];
  const more = { attestations: body.attestation_bundle?.staged, by: publisherOf(caller()) };
  const base = urls.of('storePackageUpload', { upload: '' }).replace(/\/$/, '');
  const published = file
    ? await publish(larder, found.registry, { ...file, ...more })
    : await publishUploaded(larder, found.registry, { base, url: body.package_url ?? '', ...more });
  if (published.outcome === 'exists') throw exists(found, published.package, urls);
  return { status: 200, body: asPackage(found, published.package, urls) };
};

const createPackageUpload: Operation<'createPackageUpload'> = async ({ found }, { larder, urls }) => {
  const { upload, key, policy, signature } = await createUpload(larder, found.registry);
  const url = urls.of('storePackageUpload', { upload: upload.id });
  const form = { file_input: 'file', method: 'POST', url, data: { key, policy, signature } } as const;
  return { status: 200, headers: unkept, body: { uri: url, form } };
};

const getPackage: Operation<'getPackage'> = ({ found }, { urls }) => ({
  status: 200,
  body: asPackage(found, found.package, urls),
});

const deletePackage: Operation<'deletePackage'> = async ({ found, requireCaller: caller }, { larder }) => {
  const { id } = found.package;
  if (!(await remove(larder, found.registry, found.package, publisherOf(caller())))) throw missing('package', id);
  return { status: 200, body: { id, message: `Deleted ${titleOf(found.package)}.` } };
};

const copyPackage: Operation<'copyPackage'> = async ({ found, requireCaller: caller }, { larder, urls }) => {
  const { organization, registry: from, to } = found;
  const copied = await copy(larder, found.package, { from, to, by: publisherOf(caller()) });
  const destination = { organization, registry: to };
  if (copied.outcome === 'exists') throw exists(destination, copied.package, urls);
  return { status: 200, body: asPackage(destination, copied.package, urls) };
};

const setPackageStanding: Operation<'setPackageStanding'> = (input, context) => {
  const { standing, notice } = input.body;
  return changed(input, context, ({ id: packageId }) => ({
    standings: [{ packageId, standing, notice: notice || null }],
  }));
};

const withdrawPackage: Operation<'withdrawPackage'> = (input, context) =>
  changed(input, context, ({ id: packageId }) => ({
    standings: [{ packageId, standing: 'withdrawn', notice: input.body?.notice || null }],
  }));

const restorePackage: Operation<'restorePackage'> = (input, context) =>
  changed(input, context, ({ id: packageId }) => ({
    standings: [{ packageId, standing: 'restored', notice: null }],
  }));

const setPackageTag: Operation<'setPackageTag'> = (input, context) =>
  changed(input, context, ({ id: packageId }) => ({ tags: [{ tag: input.path.tag, packageId }] }));

const deletePackageTag: Operation<'deletePackageTag'> = (input, context) =>
  changed(input, context, ({ id }) => ({ tags: [{ tag: input.path.tag, packageId: null, from: id }] }));

function exists(shelf: RegistryRef, pkg: Package, urls: Urls): Failure {
  const detail = `${alreadyExists(pkg, shelf.registry)}. Publish another version, or delete it first.`;
  return packageExists(shelf, pkg, urls, detail);
}

type OnePackage = Pick<LarderEnv['found'], 'organization' | 'registry' | 'package'>;

/** Changes the package of the path and returns the reply. */
async function changed(
  { found, requireCaller: caller }: { readonly found: OnePackage; readonly requireCaller: () => Caller },
  { larder, urls }: Context,
  changesOf: (pkg: Package) => ProjectChanges,
): Promise<{ readonly status: 200; readonly body: ReturnType<typeof asPackage> }> {
  const { registry, package: before } = found;
  const by = publisherOf(caller());
  const packages = await changeProject(larder, registry, before.projectId, changesOf(before), { by });
  const after = packages.find(({ id }) => id === before.id) ?? before;
  return { status: 200, body: asPackage(found, after, urls) };
}

const listPackageFiles: Operation<'listPackageFiles'> = async ({ found }, { larder, urls }) => {
  const files = await listFiles(larder, found.registry, found.package);
  return { status: 200, body: { items: files.map((file) => asPackageFile(found, file, urls)) } };
};

const getPackageFile: Operation<'getPackageFile'> = async ({ found, path, headers }, { larder }) => {
  const file = await larder.catalog.packages.file(found.package.id, path.file);
  if (!file || found.package.standing === 'withdrawn') throw missing('file', path.file);
  return fileReply(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
};

/** The operation needs no credentials, so nothing is stored before the form is verified. */
export const checkUploadForm: FormCheck<'storePackageUpload'> = ({ found, body, fileName }, { larder }) =>
  checkForm(larder, found.upload, body, fileName);

const storePackageUpload: Operation<'storePackageUpload'> = async ({ found, body }, { larder }) => {
  await storeUpload(larder, found.upload, body.key, body.file);
  return { status: 204 };
};

export const packages = {
  listPackages,
  publishPackage,
  createPackageUpload,
  getPackage,
  deletePackage,
  copyPackage,
  setPackageStanding,
  withdrawPackage,
  restorePackage,
  setPackageTag,
  deletePackageTag,
  listPackageFiles,
  getPackageFile,
  storePackageUpload,
} satisfies Partial<ApiOperations>;
