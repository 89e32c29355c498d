/** The operations for Terraform: services, modules, and their archives. */
import type { components, operations as described, parameterDefaults } from '../../../generated/native/terraform.ts';
import { JsonText } from '../../contract/replies/json-text.ts';
import type { Operations } from '../../contract/operation.ts';
import { Failure } from '../../model/failure.ts';
import type { PackageFile } from '../../model/records.ts';
import type { RegistryRef } from '../../model/registry-ref.ts';
import type { Caller } from '../../registry/callers.ts';
import { bytesOfDocument, readDocument } from '../../registry/documents/read-document.ts';
import { findSignedFile, signDownload } from '../../registry/download-links.ts';
import type { Larder } from '../../registry/larder.ts';
import { unkept } from '../../serving/caching.ts';
import type { Context, LarderEnv } from '../../serving/env.ts';
import { fileReply } from '../../serving/file-reply.ts';
import { missing } from '../../serving/resolvers.ts';
import { asTime } from '../../serving/time.ts';
import { moduleDocument, type ModuleForm } from './documents.ts';
import { moduleFileName, moduleProject, projectKey, type ModuleFileName, type ModuleName } from './module-name.ts';
import { services } from './services.ts';
import { locations } from './urls.ts';

type Schemas = components['schemas'];

export const operations: Operations<described, parameterDefaults, LarderEnv> = {
  getServices: () => ({ status: 200, body: services }),

  listModuleVersions: async ({ found, path }, context) => ({
    status: 200,
    body: await readModule<Schemas['ModuleVersions']>('versions', found.namespace, path, context),
  }),

  getModule: async ({ found, path }, context) => ({
    status: 200,
    body: await readModule<Schemas['Module']>('latest', found.namespace, path, context),
  }),

  getModuleVersion: async ({ found: { namespace }, path }, context) => {
    const latest = (await readModule<Schemas['Module']>('latest', namespace, path, context)).parse();
    const { createdAt, packageId } = await findArchive(context.larder, namespace, path);
    const pkg = await context.larder.catalog.packages.find(namespace.registry.id, packageId);
    const id = `${latest.id.slice(0, latest.id.lastIndexOf('/'))}/${path.version}`;
    const submodules = textsIn(pkg?.metadata['submodules']).map((folder) => ({ path: folder }));
    return { status: 200, body: { ...latest, id, version: path.version, published_at: asTime(createdAt), submodules } };
  },

  getModuleDownload: async ({ found: { namespace }, path, requireCaller }, context) => {
    const { version } = (await readModule<Schemas['Module']>('latest', namespace, path, context)).parse();
    return await archiveReply(namespace, { ...path, version }, requireCaller, context);
  },

  getModuleVersionDownload: async ({ found: { namespace }, path, requireCaller }, context) =>
    await archiveReply(namespace, path, requireCaller, context),

  getSignedArchive: async ({ path, headers }, { larder }) => {
    const file = await findSignedFile(larder, path.signature, path.file);
    if (!file)
      throw new Failure('not-found', 'The signature in the URL is invalid, or no longer valid. Request another one.');
    return fileReply(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
  },

  getArchive: async ({ found: { registry }, path, headers }, { larder }) => {
    const file = await larder.catalog.packages.findFileByName(registry.id, path.file);
    if (!file) throw missing('file', path.file);
    return fileReply(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
  },
};

/** Throws `not-found` if no version of the module is offered. */
async function readModule<Json>(
  form: ModuleForm,
  ref: RegistryRef,
  name: ModuleName,
  { larder, urls }: Pick<Context, 'larder' | 'urls'>,
): Promise<JsonText<Json>> {
  const project = projectKey(moduleProject(name));
  const document = await readDocument(larder, ref, { name: moduleDocument(form, project), publicUrl: urls.base });
  if (!document) throw missing('package', moduleProject(name));
  return new JsonText<Json>(await bytesOfDocument(document));
}

/** Throws `not-found`. */
async function findArchive(
  { catalog }: Pick<Larder, 'catalog'>,
  { registry }: RegistryRef,
  name: ModuleFileName,
): Promise<PackageFile> {
  const file = await catalog.packages.findFileByName(registry.id, moduleFileName(name));
  if (!file) throw missing('package', `${moduleProject(name)} ${name.version}`);
  return file;
}

/** Clients send no token to the URL of an archive, so that of a private registry has a signature. */
async function archiveReply(
  ref: RegistryRef,
  name: ModuleFileName,
  requireCaller: () => Caller,
  { larder }: Pick<Context, 'larder'>,
) {
  const { name: file, packageId } = await findArchive(larder, ref, name);
  const pkg = await larder.catalog.packages.find(ref.registry.id, packageId);
  const archive = ref.registry.public
    ? locations.of('getArchive', { organization: ref.organization.slug, registry: ref.registry.slug, file })
    : locations.of('getSignedArchive', { signature: await signDownload(larder, requireCaller(), ref, file), file });
  // go-getter: the only folder of the archive.
  const folder = pkg?.metadata['folder'];
  const address = typeof folder === 'string' ? `${archive}//${folder}` : archive;
  return { status: 204, headers: { 'X-Terraform-Get': address, ...(ref.registry.public ? {} : unkept) } } as const;
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
