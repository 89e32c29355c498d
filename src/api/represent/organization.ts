/** Converts organizations to their schema in the API. */
import type { components } from '../../../generated/api.ts';
import type { Organization } from '../../model/records.ts';
import type { Urls } from '../../serving/urls.ts';
import { graphqlId } from './graphql-id.ts';
import { asTime } from '../../serving/time.ts';

export function asOrganization(organization: Organization, urls: Urls): components['schemas']['Organization'] {
  return {
    ...asOrganizationReference(organization, urls),
    graphql_id: graphqlId('Organization', organization.id),
    name: organization.name,
    created_at: asTime(organization.createdAt),
  };
}

export function asOrganizationReference(
  { id, slug }: Organization,
  urls: Urls,
): components['schemas']['OrganizationReference'] {
  return {
    id,
    slug,
    url: urls.of('getOrganization', { organization: slug }),
    web_url: urls.of('showOrganization', { organization: slug }),
  };
}
