import type { Operation } from './surroundings.ts';

/** Two revocations at once both find the token gone, which is what they asked for. */
export const revokeAccessToken: Operation<'revokeAccessToken'> = async ({ caller }, { larder }) => {
  const { id, organization } = caller();
  await larder.catalog.tokens.delete(organization.id, id);
  return { status: 204 };
};
