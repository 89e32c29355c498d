/** Drives the client that orval generates. */
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
} from './larder_api/client';
import { organization, play, token } from './scenario';

const options = { headers: { Authorization: `Bearer ${token}` } };

void play({
  listRegistries: async () => data(await listRegistries(organization, {}, options), 200),
  createRegistry: async (input) => data(await createRegistry(organization, input, options), 200),
  getRegistry: async (registry) => data(await getRegistry(organization, registry, options), 200),
  deleteRegistry: async (registry) => data(await deleteRegistry(organization, registry, options), 200),
  listPackages: async (registry, per_page) =>
    data(await listPackages(organization, registry, { per_page }, options), 200),
  publish: async (registry, file) => data(await publishPackage(organization, registry, { file }, options), 200),
  publishAgain: async (registry, file) => data(await publishPackage(organization, registry, { file }, options), 409),
  getPackage: async (registry, id) => data(await getPackage(organization, registry, id, options), 200),
  getMissingPackage: async (registry, id) => data(await getPackage(organization, registry, id, options), 404),
  listFiles: async (registry, id) => data(await listPackageFiles(organization, registry, id, options), 200),
  download: async (registry, id, file) => data(await getPackageFile(organization, registry, id, file, options), 200),
  copy: async (registry, id, to) => data(await copyPackage(organization, registry, id, { to }, options), 200),
  deletePackage: async (registry, id) => data(await deletePackage(organization, registry, id, options), 200),
});

interface Answer {
  status: number;
  data: unknown;
}

/** Returns the body of a response with this status, with its type. Throws for another status. */
function data<A extends Answer, Status extends A['status']>(answer: A, status: Status): BodyOf<A, Status> {
  if (answer.status === status) return answer.data as BodyOf<A, Status>;
  throw new Error(`${answer.status}: ${JSON.stringify(answer.data)}`);
}

type BodyOf<A extends Answer, Status> = Extract<A, { status: Status }>['data'];
