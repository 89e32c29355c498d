/** How a program calls each operation of the contract. One that is missing here does not compile. */
import type { AnswerOf, CallOptions, OperationId, operations, RegistryChanges } from '../../src/client/index.ts';
import { exampleFiles } from '../examples/example-files.ts';
import { examplePolicy, exampleRegistry } from '../examples/example-registries.ts';
import type { Things } from './targets.ts';

/** A result has everything that the contract describes for the operation, and nothing else. */
type Calls = {
  readonly [Id in OperationId]: (things: Things, more: CallOptions, page?: PageQuery) => Promise<AnswerOf<Id>>;
};

/** Which page of a list is wanted. */
export type PageQuery = NonNullable<operations['listPackages']['parameters']['query']>;

const registries = '/v2/packages/organizations/{organization}/registries';
const registryPath = `${registries}/{registry}` as const;
const packages = `${registryPath}/packages` as const;
const packagePath = `${packages}/{package}` as const;
const tokens = `${registryPath}/tokens` as const;
const tokenPath = `${tokens}/{registry_token}` as const;

/** What the examples of explanations are about. */
const exampleClaims = { iss: 'https://agent.buildkite.com', organization_slug: 'my_great_org', build_branch: 'main' };
const exampleToken = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2NpLmV4YW1wbGUuY29tIn0.c2lnbmF0dXJl';

export const operationCalls: Calls = {
  getRoot: ({ larder }, more) => larder.GET('/', more),
  getHealth: ({ larder }, more) => larder.GET('/healthz', more),
  getReadiness: ({ larder }, more) => larder.GET('/readyz', more),
  getDescription: ({ larder }, more) => larder.GET('/openapi.json', more),
  getUser: ({ larder }, more) => larder.GET('/v2/user', more),
  getAccessToken: ({ larder }, more) => larder.GET('/v2/access-token', more),
  revokeAccessToken: ({ larder }, more) => larder.DELETE('/v2/access-token', more),
  listAccessTokens: ({ larder }, more) => larder.GET('/v2/access-tokens', more),
  createAccessToken: ({ larder }, more) =>
    larder.POST('/v2/access-tokens', {
      body: { description: 'builds', scopes: ['read_packages', 'write_packages'] },
      ...more,
    }),
  deleteAccessToken: ({ larder, accessToken }, more) =>
    larder.DELETE('/v2/access-tokens/{access_token}', { params: { path: { access_token: accessToken } }, ...more }),
  listOrganizations: ({ larder }, more) => larder.GET('/v2/organizations', more),
  getOrganization: ({ larder, ...things }, more) =>
    larder.GET('/v2/organizations/{organization}', { params: { path: organizationOf(things) }, ...more }),
  getRateLimit: ({ larder, ...things }, more) =>
    larder.GET('/v2/organizations/{organization}/rate_limit', { params: { path: organizationOf(things) }, ...more }),

  listRegistries: ({ larder, ...things }, more) =>
    larder.GET(registries, { params: { path: organizationOf(things) }, ...more }),
  createRegistry: ({ larder, ...things }, more) =>
    larder.POST(registries, {
      params: { path: organizationOf(things) },
      body: { ...exampleRegistry(things.ecosystem), name: `beside ${things.registry}` },
      ...more,
    }),
  getRegistry: ({ larder, ...things }, more) =>
    larder.GET(registryPath, { params: { path: registryOf(things) }, ...more }),
  updateRegistry: ({ larder, ...things }, more) =>
    larder.POST(registryPath, { params: { path: registryOf(things) }, body: changesOf(things), ...more }),
  patchRegistry: ({ larder, ...things }, more) =>
    larder.PATCH(registryPath, { params: { path: registryOf(things) }, body: changesOf(things), ...more }),
  replaceRegistry: ({ larder, ...things }, more) =>
    larder.PUT(registryPath, { params: { path: registryOf(things) }, body: changesOf(things), ...more }),
  explainOidcPolicy: async ({ larder, ...things }, more) => {
    const params = { path: registryOf(things) };
    await larder.PATCH(registryPath, { params, body: { oidc_policy: examplePolicy } });
    // The server returns the requested resource, the mock the preferred example.
    const isAboutClaims = JSON.stringify(more.headers ?? {}).includes('example=claims');
    const body = isAboutClaims ? { claims: exampleClaims } : { token: exampleToken };
    return larder.POST(`${registryPath}/oidc-policy/explain`, { params, body, ...more });
  },
  listSigningKeys: async ({ larder, ...things }, more) => {
    const params = { path: registryOf(things) };
    await larder.POST(`${registryPath}/signing-keys`, { params, body: { old_keys_expire_in_days: 30 } });
    return larder.GET(`${registryPath}/signing-keys`, { params, ...more });
  },
  listClients: ({ larder, ...things }, more) =>
    larder.GET(`${registryPath}/clients`, { params: { path: registryOf(things) }, ...more }),
  createSigningKey: ({ larder, ...things }, more) =>
    larder.POST(`${registryPath}/signing-keys`, {
      params: { path: registryOf(things) },
      body: { old_keys_expire_in_days: 30 },
      ...more,
    }),
  getProjectStatus: ({ larder, ...things }, more) =>
    larder.GET(`${registryPath}/projects/{project}/status`, { params: { path: projectOf(things) }, ...more }),
  setProjectStatus: ({ larder, ...things }, more) =>
    larder.PUT(`${registryPath}/projects/{project}/status`, {
      params: { path: projectOf(things) },
      body: { status: 'archived', reason: 'Use apple instead' },
      ...more,
    }),
  deleteRegistry: ({ larder, ...things }, more) =>
    larder.DELETE(registryPath, { params: { path: registryOf(things) }, ...more }),

  searchPackages: ({ larder, ...things }, more, query = {}) =>
    larder.GET('/v2/packages/organizations/{organization}/search', {
      params: { path: organizationOf(things), query: { q: things.name, ...query } },
      ...more,
    }),
  listPackages: ({ larder, ...things }, more, query = {}) =>
    larder.GET(packages, { params: { path: registryOf(things), query }, ...more }),
  publishPackage: async ({ larder, ...things }, more) =>
    larder.POST(packages, {
      params: { path: registryOf({ ...things, registry: things.otherRegistry }) },
      body: { file: (await exampleFiles(things.ecosystem))[0] ?? new File([], '') },
      ...more,
    }),
  createPackageUpload: ({ larder, ...things }, more) =>
    larder.POST(`${packages}/upload`, { params: { path: registryOf(things) }, ...more }),
  storePackageUpload: ({ larder, upload }, more) =>
    larder.POST('/uploads/{upload}', {
      params: { path: { upload: upload.id } },
      body: { file: new File(['uploaded'], 'uploaded-1.0.0.txt'), ...upload.data },
      ...more,
    }),
  getPackage: ({ larder, ...things }, more) =>
    larder.GET(packagePath, { params: { path: packageOf(things) }, ...more }),
  deletePackage: ({ larder, ...things }, more) =>
    larder.DELETE(packagePath, { params: { path: packageOf(things) }, ...more }),
  copyPackage: ({ larder, ...things }, more) =>
    larder.POST(`${packagePath}/copy`, {
      params: { path: packageOf(things), query: { to: things.otherRegistry } },
      ...more,
    }),
  setPackageStanding: ({ larder, ...things }, more) =>
    larder.PUT(`${packagePath}/standing`, {
      params: { path: packageOf(things) },
      body: { standing: 'unlisted', notice: 'Broken on arm64' },
      ...more,
    }),
  withdrawPackage: ({ larder, ...things }, more) =>
    larder.POST(`${packagePath}/withdraw`, {
      params: { path: packageOf(things) },
      body: { notice: 'Has a security hole' },
      ...more,
    }),
  restorePackage: ({ larder, ...things }, more) =>
    larder.POST(`${packagePath}/restore`, { params: { path: packageOf(things) }, ...more }),
  setPackageTag: ({ larder, ...things }, more) =>
    larder.PUT(`${packagePath}/tags/{tag}`, { params: { path: { ...packageOf(things), tag: 'stable' } }, ...more }),
  deletePackageTag: ({ larder, ...things }, more) =>
    larder.DELETE(`${packagePath}/tags/{tag}`, { params: { path: { ...packageOf(things), tag: 'stable' } }, ...more }),
  listPackageFiles: ({ larder, ...things }, more) =>
    larder.GET(`${packagePath}/files`, { params: { path: packageOf(things) }, ...more }),
  getPackageFile: ({ larder, ...things }, more) => larder.download({ ...packageOf(things), file: things.file }, more),

  listRegistryTokens: ({ larder, ...things }, more) =>
    larder.GET(tokens, { params: { path: registryOf(things) }, ...more }),
  createRegistryToken: ({ larder, ...things }, more) =>
    larder.POST(tokens, { params: { path: registryOf(things) }, body: { description: 'servers' }, ...more }),
  getRegistryToken: ({ larder, ...things }, more) =>
    larder.GET(tokenPath, { params: { path: registryTokenOf(things) }, ...more }),
  updateRegistryToken: ({ larder, ...things }, more) =>
    larder.POST(tokenPath, { params: { path: registryTokenOf(things) }, body: { description: 'new' }, ...more }),
  deleteRegistryToken: ({ larder, ...things }, more) =>
    larder.DELETE(tokenPath, { params: { path: registryTokenOf(things) }, ...more }),
};

/** Those that make a registry what the example of its ecosystem is. */
function changesOf({ ecosystem }: Names): RegistryChanges {
  const { description = null, emoji = null, color = null } = exampleRegistry(ecosystem);
  return { description, emoji, color };
}

type Names = Omit<Things, 'larder'>;

function organizationOf({ organization }: Names) {
  return { organization };
}

function registryOf({ organization, registry }: Names) {
  return { organization, registry };
}

function packageOf({ organization, registry, package: id }: Names) {
  return { organization, registry, package: id };
}

function projectOf({ organization, registry, name }: Names) {
  return { organization, registry, project: name };
}

function registryTokenOf({ organization, registry, registryToken }: Names) {
  return { organization, registry, registry_token: registryToken };
}
