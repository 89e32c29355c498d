import { asTime } from './represent/time.ts';
import type { Operation } from './surroundings.ts';

export const getAccessToken: Operation<'getAccessToken'> = ({ caller }) => {
  const { id, scopes, description, createdAt, expiresAt, user } = caller();
  return {
    status: 200,
    body: {
      uuid: id,
      scopes,
      description,
      created_at: asTime(createdAt),
      expires_at: expiresAt && asTime(expiresAt),
      user: { name: user.name, email: user.email },
    },
  };
};
