/** Converts users to their schema in the API. */
import type { components } from '../../../generated/api.ts';
import type { User } from '../../model/records.ts';
import { graphqlId } from './graphql-id.ts';
import { asTime } from '../../serving/time.ts';

export function asUser({ id, name, email, createdAt }: User): components['schemas']['User'] {
  return { id, graphql_id: graphqlId('User', id), name, email, avatar_url: null, created_at: asTime(createdAt) };
}
