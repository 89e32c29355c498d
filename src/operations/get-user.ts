import { graphqlId } from './represent/graphql-id.ts';
import { asTime } from './represent/time.ts';
import type { Operation } from './surroundings.ts';

export const getUser: Operation<'getUser'> = ({ caller }) => {
  const { id, name, email, createdAt } = caller().user;
  return {
    status: 200,
    body: { id, graphql_id: graphqlId('User', id), name, email, avatar_url: null, created_at: asTime(createdAt) },
  };
};
