/** Converts registries to their schema in the API. */
import type { components } from '../../../generated/api.ts';
import type { Organization, Registry } from '../../model/records.ts';
import type { Urls } from '../../serving/urls.ts';
import { graphqlId } from './graphql-id.ts';
import { asTime } from '../../serving/time.ts';

export function asRegistry(
  organization: Organization,
  registry: Registry,
  urls: Urls,
): components['schemas']['Registry'] {
  const { name, ecosystem, description, emoji, color } = registry;
  return {
    ...asRegistryReference(organization, registry, urls),
    name,
    ecosystem,
    description,
    emoji,
    color,
    public: registry.public,
    oidc_policy: registry.oidcPolicy,
    team_ids: registry.teamIds,
    type: 'source',
    created_at: asTime(registry.createdAt),
    updated_at: asTime(registry.updatedAt),
  };
}

export function asRegistryReference(
  organization: Organization,
  { id, slug }: Pick<Registry, 'id' | 'slug'>,
  urls: Urls,
): components['schemas']['RegistryReference'] {
  return {
    id,
    graphql_id: graphqlId('Registry', id),
    slug,
    url: urls.of('getRegistry', { organization: organization.slug, registry: slug }),
    web_url: urls.of('showRegistry', { organization: organization.slug, registry: slug }),
  };
}
