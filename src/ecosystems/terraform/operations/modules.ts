/** Modules: their versions, and where the archives are. */
import type { components } from '../../../../generated/native/terraform.ts';
import { JsonText } from '../../../contract/replies/json-text.ts';
import type { PackageFile } from '../../../model/records.ts';
import type { RegistryRef } from '../../../model/registry-ref.ts';
import type { Caller } from '../../../registry/callers.ts';
import { bytesOfDocument, readDocument } from '../../../registry/documents/read-document.ts';
import type { Larder } from '../../../registry/larder.ts';
import { unkept } from '../../../serving/caching.ts';
import type { Context } from '../../../serving/env.ts';
import { missing } from '../../../serving/resolvers.ts';
import { asTime } from '../../../serving/time.ts';
import { archivePaths } from '../archives.ts';
import { moduleDocument, type ModuleForm } from '../module-documents.ts';
import { moduleFileName, moduleProject, projectKey, type ModuleFileName, type ModuleName } from '../module-name.ts';
import type { TerraformOperations } from './operation.ts';

type Schemas = components['schemas'];

type Ids = 'listModuleVersions' | 'getModule' | 'getModuleVersion' | 'getModuleDownload' | 'getModuleVersionDownload';

export const modules: Pick<TerraformOperations, Ids> = {
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
    const { createdAt, packageId } = await findModule(context.larder, namespace, path);
    const pkg = await context.larder.catalog.packages.find(namespace.registry.id, packageId);
    const id = `${latest.id.slice(0, latest.id.lastIndexOf('/'))}/${path.version}`;
    const submodules = textsIn(pkg?.metadata['submodules']).map((folder) => ({ path: folder }));
    return { status: 200, body: { ...latest, id, version: path.version, published_at: asTime(createdAt), submodules } };
  },

  getModuleDownload: async ({ found: { namespace }, path, requireCaller }, context) => {
    const { version } = (await readModule<Schemas['Module']>('latest', namespace, path, context)).parse();
    return await downloadReply(namespace, { ...path, version }, requireCaller, context);
  },

  getModuleVersionDownload: async ({ found: { namespace }, path, requireCaller }, context) =>
    await downloadReply(namespace, path, requireCaller, context),
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
async function findModule(
  { catalog }: Pick<Larder, 'catalog'>,
  { registry }: RegistryRef,
  name: ModuleFileName,
): Promise<PackageFile> {
  const file = await catalog.packages.findFileByName(registry.id, moduleFileName(name));
  if (!file) throw missing('package', `${moduleProject(name)} ${name.version}`);
  return file;
}

async function downloadReply(
  ref: RegistryRef,
  name: ModuleFileName,
  requireCaller: () => Caller,
  { larder }: Pick<Context, 'larder'>,
) {
  const { name: file, packageId } = await findModule(larder, ref, name);
  const [path = ''] = await archivePaths(ref, [file], requireCaller, { larder });
  const folder = (await larder.catalog.packages.find(ref.registry.id, packageId))?.metadata['folder'];
  const address = typeof folder === 'string' ? `${path}//${folder}` : path;
  return { status: 204, headers: { 'X-Terraform-Get': address, ...(ref.registry.public ? {} : unkept) } } as const;
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
