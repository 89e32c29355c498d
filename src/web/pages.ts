/** Operations of the tag Pages: the look-ups for each page. Each page is rendered in its own file. */
import matrix from '../../generated/matrix.json' with { type: 'json' };
import { memoizeBy } from '../contract/memoize-by.ts';
import { usualPageSize } from '../model/limits.ts';
import type { Organization, Registry } from '../model/records.ts';
import type { Caller } from '../registry/callers.ts';
import type { Larder } from '../registry/larder.ts';
import { listFiles } from '../registry/list-files.ts';
import { listPackages } from '../registry/list.ts';
import { findProject } from '../registry/project-status.ts';
import { fileReply } from '../serving/file-reply.ts';
import { nativeRegistryOf } from '../serving/native-registry.ts';
import { missing, reaches } from '../serving/resolvers.ts';
import type { Urls } from '../serving/urls.ts';
import { showReferenceIn } from './docs.ts';
import { frontPage } from './front-page.ts';
import { matrixPage } from './matrix-page.ts';
import { callerOf, isMember } from './members.ts';
import type { PageOperation, PageOperations } from './operation.ts';
import { organizationPage } from './organization-page.ts';
import { mostVersions, packagePage } from './package-page.ts';
import { referenceFile } from './reference-file.ts';
import { sessions } from './sessions.ts';
import type { Reader } from './reader.ts';
import { mostLeftOut, registryPage } from './registry-page.ts';

/** The number of registries per page. */
const mostRegistries = 100;

interface SomeRegistries {
  readonly shown: readonly Registry[];
  readonly more: boolean;
}

const nothing: SomeRegistries = { shown: [], more: false };

/** Registry tokens may see the one registry that they read. */
function mayList({ scopes, registryId }: Caller): boolean {
  return registryId !== null || scopes.includes('read_registries');
}

/** Returns the first registries of an organization that the caller may see: the public ones, or those of its token. */
async function registriesFor(
  { catalog }: Larder,
  organization: Organization,
  caller: () => Caller,
  after?: string,
): Promise<SomeRegistries> {
  const member = isMember(caller, organization) && mayList(caller()) ? caller() : undefined;
  const shown: Registry[] = [];
  for await (const registry of catalog.registries.list(organization.id, after, member ? undefined : 'public')) {
    if (member && !reaches(member, registry)) continue;
    if (shown.length === mostRegistries) return { shown, more: true };
    shown.push(registry);
  }
  return { shown, more: false };
}

const showFront: PageOperation<'showFront'> = async ({ requireCaller: caller }, { larder, urls }) => {
  const own = callerOf(caller)?.organization ?? (await larder.catalog.organizations.oldest())?.organization;
  const { shown, more } = own ? await registriesFor(larder, own, caller) : nothing;
  const isVisible = own !== undefined && (shown.length > 0 || isMember(caller, own));
  return frontPage({ organization: isVisible ? own : undefined, shown, more, reader: readerOf(caller), urls });
};

const showOrganization: PageOperation<'showOrganization'> = async (
  { found, requireCaller: caller, query },
  { larder, urls },
) => {
  const { organization } = found;
  const { shown, more } = await registriesFor(larder, organization, caller, query.after?.toLowerCase());
  // The same as for an organization that does not exist: 401 without credentials, 404 with those of another one.
  if (shown.length === 0 && caller().organization.id !== organization.id)
    throw missing('organization', organization.slug);
  return organizationPage({ organization, shown, more, after: query.after, reader: readerOf(caller), urls });
};

const showRegistry: PageOperation<'showRegistry'> = async ({ found, query, requireCaller: caller }, context) => {
  const { larder, urls, instructions } = context;
  const { organization, registry } = found;
  return registryPage({
    organization,
    registry,
    shown: await listPackages(larder, registry, { ...query, limit: usualPageSize }),
    name: query.name,
    leftOut: await larder.catalog.entries.leftOut(registry.id, mostLeftOut + 1),
    home: await nativeRegistryOf(found, context),
    instructions: instructions[registry.ecosystem],
    isMember: isMember(caller, organization),
    reader: readerOf(caller),
    urls,
  });
};

const showPackage: PageOperation<'showPackage'> = async ({ found, requireCaller: caller }, context) => {
  const { larder, urls, instructions } = context;
  const { organization, registry, package: pkg } = found;
  const { names } = larder.ecosystems[registry.ecosystem];
  const { items } = await listPackages(larder, registry, { name: pkg.name, limit: mostVersions });
  return packagePage({
    organization,
    registry,
    status: await findProject(larder, registry, pkg.name),
    package: isMember(caller, organization) ? pkg : { ...pkg, publishedBy: null },
    files: await listFiles(larder, registry, pkg),
    versions: items.toSorted((one, other) => names.compare(other.version, one.version)),
    home: await nativeRegistryOf(found, context),
    instructions: instructions[registry.ecosystem],
    reader: readerOf(caller),
    urls,
  });
};

const getDownload: PageOperation<'getDownload'> = async ({ found, path, headers }, { larder }) => {
  const file = await larder.catalog.packages.file(found.package.id, path.file);
  if (!file || found.package.standing === 'withdrawn') throw missing('file', path.file);
  return fileReply(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
};

function readerOf(caller: () => Caller): Reader {
  return { caller: callerOf(caller) };
}

/** The same for all requests, so it is rendered once. */
const pageOfMatrix = memoizeBy((urls: Urls) => matrixPage(matrix, urls));

export const operations: PageOperations = {
  showReference: showReferenceIn(referenceFile),
  ...sessions,
  showFront,
  showMatrix: (_, { urls }) => pageOfMatrix(urls),
  showOrganization,
  showRegistry,
  showPackage,
  getDownload,
};
