/** Converts tokens to their schemas in the API, without their secrets. */
import type { components } from '../../../generated/api.ts';
import type { Token } from '../../model/records.ts';
import type { Urls } from '../../serving/urls.ts';
import { graphqlId } from './graphql-id.ts';
import { asOrganizationReference } from './organization.ts';
import type { RegistryRef } from '../../model/registry-ref.ts';
import { asRegistryReference } from './registry.ts';
import { asTime } from '../../serving/time.ts';
import { asUser } from './user.ts';

export function asAccessToken(token: Token, urls: Urls): components['schemas']['AccessToken'] {
  const { id, scopes, description, createdAt, expiresAt, lastUsedAt, user, organization } = token;
  return {
    uuid: id,
    scopes,
    description,
    created_at: asTime(createdAt),
    expires_at: expiresAt && asTime(expiresAt),
    last_used_at: lastUsedAt && asTime(lastUsedAt),
    user: { name: user.name, email: user.email },
    organization: asOrganizationReference(organization, urls),
  };
}

export function asRegistryToken(
  { organization, registry }: RegistryRef,
  token: Token,
  urls: Urls,
): components['schemas']['RegistryToken'] {
  const { id, description, createdAt, expiresAt, user } = token;
  return {
    id,
    graphql_id: graphqlId('RegistryToken', id),
    description,
    url: urls.of('getRegistryToken', { organization: organization.slug, registry: registry.slug, registry_token: id }),
    created_at: createdAt.toISOString(),
    expires_at: expiresAt && asTime(expiresAt),
    created_by: asUser(user),
    organization: asOrganizationReference(organization, urls),
    registry: asRegistryReference(organization, registry, urls),
  };
}
