/** Operations of the tag Pages: the look-ups for each page. Each page is rendered in its own file. */
import matrix from '../../generated/matrix.json' with { type: 'json' };
import { memoizeBy } from '../contract/memoize-by.ts';
import { usualPageSize } from '../model/limits.ts';
import type { Registry } from '../model/records.ts';
import { listFiles } from '../registry/list-files.ts';
import { listPackages } from '../registry/list.ts';
import { findProject } from '../registry/project-status.ts';
import { missing, reaches } from '../serving/resolvers.ts';
import type { Urls } from '../serving/urls.ts';
import { showReferenceIn } from './docs.ts';
import { matrixPage } from './matrix-page.ts';
import { isMember } from './members.ts';
import type { PageOperation, PageOperations } from './operation.ts';
import { organizationPage } from './organization-page.ts';
import { mostVersions, packagePage } from './package-page.ts';
import { referenceFile } from './reference-file.ts';
import { mostLeftOut, registryPage } from './registry-page.ts';
import { homeOf } from './urls.ts';

/** The number of registries per page. */
const mostRegistries = 100;

const showOrganization: PageOperation<'showOrganization'> = async (
  { found, requireCaller: caller, query },
  { larder, urls },
) => {
  const { organization } = found;
  if (caller().organization.id !== organization.id) throw missing('organization', organization.slug);
  const shown: Registry[] = [];
  let more = false;
  for await (const registry of larder.catalog.registries.list(organization.id, query.after?.toLowerCase())) {
    if (!reaches(caller(), registry)) continue;
    more = shown.length === mostRegistries;
    if (more) break;
    shown.push(registry);
  }
  return organizationPage({ organization, shown, more, after: query.after, urls });
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
    home: await homeOf(found, context),
    instructions: instructions[registry.ecosystem],
    isMember: isMember(caller, organization),
    urls,
  });
};

const showPackage: PageOperation<'showPackage'> = async ({ found, requireCaller: caller }, context) => {
  const { larder, urls, instructions } = context;
  const { organization, registry, package: pkg } = found;
  const { items } = await listPackages(larder, registry, { name: pkg.name, limit: mostVersions });
  return packagePage({
    organization,
    registry,
    status: await findProject(larder, registry, pkg.name),
    package: isMember(caller, organization) ? pkg : { ...pkg, publishedBy: null },
    files: await listFiles(larder, registry, pkg),
    versions: items,
    home: await homeOf(found, context),
    instructions: instructions[registry.ecosystem],
    urls,
  });
};

/** The same for all requests, so it is rendered once. */
const pageOfMatrix = memoizeBy((urls: Urls) => matrixPage(matrix, urls));

export const operations: PageOperations = {
  showReference: showReferenceIn(referenceFile),
  showMatrix: (_, { urls }) => pageOfMatrix(urls),
  showOrganization,
  showRegistry,
  showPackage,
};
