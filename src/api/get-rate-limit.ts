import type { Operation } from '../serving/env.ts';

const none = { limit: 0, current: 0, reset: 0, reset_at: null, enforced: false } as const;

/** Nothing is limited yet; clients ask so that they can wait. */
export const getRateLimit: Operation<'getRateLimit'> = () => ({
  status: 200,
  body: { scopes: { rest: none, graphql: none } },
});
