/** The search of packages. */
import type { components } from '../../generated/api.ts';
import type { Organization } from '../model/records.ts';
import { countNames, searchNames, type Facets } from '../registry/search.ts';
import type { ApiOperations, Operation } from '../serving/env.ts';
import { asTime } from '../serving/time.ts';
import type { Urls } from '../serving/urls.ts';
import type { FoundName } from '../storage/names.ts';
import { urlOf, webUrlOf } from './represent/package.ts';
import { linkHeader, unlessUsual } from './represent/page-links.ts';
import { asRegistryReference } from './represent/registry.ts';

const searchPackages: Operation<'searchPackages'> = async (
  { found, query, requireCaller: caller },
  { larder, urls },
) => {
  const { organization } = found;
  const { q: text, ecosystem, registry, after, per_page: limit } = query;
  const place = { organizationId: organization.id, registryId: caller().registryId ?? undefined };
  const chosen = { ...place, ...(found.registry && { registryId: found.registry.id }), ecosystem };
  const page = await searchNames(larder, chosen, { text, after, limit });
  const at = (cursor?: string): string => {
    const parameters = { q: text, ecosystem, registry, after: cursor, per_page: unlessUsual(limit) };
    return urls.of('searchPackages', { organization: organization.slug }, parameters);
  };
  const links = {
    self: at(after),
    ...(after !== undefined && { first: at() }),
    ...(page.next !== undefined && { next: at(page.next) }),
  };
  return {
    status: 200,
    headers: { Link: linkHeader(links) },
    body: {
      items: page.items.map((name) => asFoundName(organization, name, urls)),
      links,
      facets: asFacets(await countNames(larder, place, text)),
    },
  };
};

function asFoundName(organization: Organization, name: FoundName, urls: Urls): components['schemas']['FoundName'] {
  const { registry, latest } = name;
  const ref = { organization, registry };
  return {
    id: latest.id,
    name: name.name,
    registry: asRegistryReference(organization, registry, urls),
    ecosystem: registry.ecosystem,
    latest: latest.version,
    versions: name.versions,
    published_at: asTime(name.publishedAt),
    url: urlOf(ref, latest, urls),
    web_url: webUrlOf(ref, latest, urls),
  };
}

/** The number of registries in a reply. */
const mostRegistries = 30;

function asFacets({ complete, ecosystems, registries }: Facets): components['schemas']['SearchFacets'] {
  return {
    complete,
    ecosystems: ecosystems.map(({ ecosystem, names }) => ({ ecosystem, names })),
    registries: registries.slice(0, mostRegistries).map(({ registry: { slug, name, ecosystem }, names }) => ({
      registry: slug,
      name,
      ecosystem,
      names,
    })),
  };
}

export const search = { searchPackages } satisfies Partial<ApiOperations>;
