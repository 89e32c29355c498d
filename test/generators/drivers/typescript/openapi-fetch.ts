/** Drives the types that openapi-typescript generates, with openapi-fetch. */
import createClient from 'openapi-fetch';
import type { paths } from './larder_api/types';
import { baseUrl, organization, play, token } from './scenario';

const client = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } });

const registries = '/v2/packages/organizations/{organization}/registries';
const oneRegistry = `${registries}/{registry}` as const;
const packages = `${oneRegistry}/packages` as const;
const onePackage = `${packages}/{package}` as const;

const of = (registry: string) => ({ path: { organization, registry } });
const at = (registry: string, id: string) => ({ path: { organization, registry, package: id } });

/** openapi-fetch leaves forms to its user, and openapi-typescript has the type `string` for bytes. */
const publish = (registry: string, file: File) =>
  client.POST(packages, {
    params: of(registry),
    body: { file: file.name },
    bodySerializer: () => {
      const form = new FormData();
      form.set('file', file);
      return form;
    },
  });

void play({
  listRegistries: async () => data(await client.GET(registries, { params: { path: { organization } } })),
  createRegistry: async (body) => data(await client.POST(registries, { params: { path: { organization } }, body })),
  getRegistry: async (registry) => data(await client.GET(oneRegistry, { params: of(registry) })),
  deleteRegistry: async (registry) => data(await client.DELETE(oneRegistry, { params: of(registry) })),
  listPackages: async (registry, per_page) =>
    data(await client.GET(packages, { params: { ...of(registry), query: { per_page } } })),
  publish: async (registry, file) => data(await publish(registry, file)),
  publishAgain: async (registry, file) => error(await publish(registry, file)),
  getPackage: async (registry, id) => data(await client.GET(onePackage, { params: at(registry, id) })),
  getMissingPackage: async (registry, id) => error(await client.GET(onePackage, { params: at(registry, id) })),
  listFiles: async (registry, id) => data(await client.GET(`${onePackage}/files`, { params: at(registry, id) })),
  download: async (registry, id, file) => {
    const path = { ...at(registry, id).path, file };
    return data(await client.GET(`${onePackage}/files/{file}`, { params: { path }, parseAs: 'blob' }));
  },
  copy: async (registry, id, to) =>
    data(await client.POST(`${onePackage}/copy`, { params: { ...at(registry, id), query: { to } } })),
  deletePackage: async (registry, id) => data(await client.DELETE(onePackage, { params: at(registry, id) })),
});

interface Answer<Data, Problem> {
  data?: Data;
  error?: Problem;
  response: Response;
}

function data<Data, Problem>({ data, error, response }: Answer<Data, Problem>): Data {
  if (data === undefined) throw new Error(`${response.status}: ${JSON.stringify(error)}`);
  return data;
}

function error<Data, Problem>({ error, response }: Answer<Data, Problem>): Problem {
  if (error === undefined) throw new Error(`${response.status} is no problem.`);
  return error;
}
