/** Drives the client that `@hey-api/openapi-ts` generates. */
import { createClient, createConfig } from './larder_api/client';
import {
  copyPackage,
  createRegistry,
  deletePackage,
  deleteRegistry,
  getPackage,
  getPackageFile,
  getRegistry,
  listPackageFiles,
  listPackages,
  listRegistries,
  publishPackage,
} from './larder_api';
import { baseUrl, organization, play, token } from './scenario';

const client = createClient(createConfig({ baseUrl, auth: token, throwOnError: true }));
const options = { client, throwOnError: true } as const;
const lenient = { client, throwOnError: false } as const;

void play({
  listRegistries: async () => (await listRegistries({ ...options, path: { organization } })).data,
  createRegistry: async (body) => (await createRegistry({ ...options, path: { organization }, body })).data,
  getRegistry: async (registry) => (await getRegistry({ ...options, path: { organization, registry } })).data,
  deleteRegistry: async (registry) => (await deleteRegistry({ ...options, path: { organization, registry } })).data,
  listPackages: async (registry, per_page) =>
    (await listPackages({ ...options, path: { organization, registry }, query: { per_page } })).data,
  publish: async (registry, file) =>
    (await publishPackage({ ...options, path: { organization, registry }, body: { file } })).data,
  publishAgain: async (registry, file) => {
    const { error } = await publishPackage({ ...lenient, path: { organization, registry }, body: { file } });
    if (error === undefined) throw new Error('The file was published twice.');
    return error;
  },
  getPackage: async (registry, id) =>
    (await getPackage({ ...options, path: { organization, registry, package: id } })).data,
  getMissingPackage: async (registry, id) => {
    const { error } = await getPackage({ ...lenient, path: { organization, registry, package: id } });
    if (error === undefined) throw new Error('The package exists.');
    return error;
  },
  listFiles: async (registry, id) =>
    (await listPackageFiles({ ...options, path: { organization, registry, package: id } })).data,
  download: async (registry, id, file) => {
    const { data } = await getPackageFile({ ...options, path: { organization, registry, package: id, file } });
    return data;
  },
  copy: async (registry, id, to) =>
    (await copyPackage({ ...options, path: { organization, registry, package: id }, query: { to } })).data,
  deletePackage: async (registry, id) =>
    (await deletePackage({ ...options, path: { organization, registry, package: id } })).data,
});
