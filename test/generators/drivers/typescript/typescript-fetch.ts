/** Drives the client that OpenAPI Generator generates for `typescript-fetch`. */
import {
  Configuration,
  DeletionToJSON,
  Ecosystem,
  PackageFileListToJSON,
  PackageListToJSON,
  PackageToJSON,
  PackagesApi,
  RegistriesApi,
  RegistryToJSON,
  ResponseError,
} from './larder_api';
import { baseUrl, organization, play, token } from './scenario';

const configuration = new Configuration({ basePath: baseUrl, accessToken: token });
const registries = new RegistriesApi(configuration);
const packages = new PackagesApi(configuration);

void play({
  listRegistries: async () => (await registries.listRegistries({ organization })).map((one) => RegistryToJSON(one)),
  createRegistry: async ({ name, emoji, oidc_policy }) => {
    const registryInput = { name, emoji, ecosystem: Ecosystem.Files, oidcPolicy: oidc_policy };
    return RegistryToJSON(await registries.createRegistry({ organization, registryInput }));
  },
  getRegistry: async (registry) => RegistryToJSON(await registries.getRegistry({ organization, registry })),
  deleteRegistry: async (registry) => DeletionToJSON(await registries.deleteRegistry({ organization, registry })),
  listPackages: async (registry, perPage) =>
    PackageListToJSON(await packages.listPackages({ organization, registry, perPage })),
  publish: async (registry, file) => PackageToJSON(await packages.publishPackage({ organization, registry, file })),
  publishAgain: (registry, file) => problem(packages.publishPackage({ organization, registry, file })),
  getPackage: async (registry, id) =>
    PackageToJSON(await packages.getPackage({ organization, registry, _package: id })),
  getMissingPackage: (registry, id) => problem(packages.getPackage({ organization, registry, _package: id })),
  listFiles: async (registry, id) =>
    PackageFileListToJSON(await packages.listPackageFiles({ organization, registry, _package: id })),
  download: (registry, id, file) => packages.getPackageFile({ organization, registry, _package: id, file }),
  copy: async (registry, id, to) =>
    PackageToJSON(await packages.copyPackage({ organization, registry, _package: id, to })),
  deletePackage: async (registry, id) =>
    DeletionToJSON(await packages.deletePackage({ organization, registry, _package: id })),
});

/** The client has no types for problems. */
async function problem(call: Promise<unknown>): Promise<{ type: string; status: number; url?: string }> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ResponseError)) throw new Error(`There was no problem, but ${String(error)}.`);
  return await error.response.json();
}
