import type { Operation } from '../serving/env.ts';

export const getRoot: Operation<'getRoot'> = () => ({
  status: 200,
  body: { message: 'This is Larder, a package registry.', timestamp: Math.floor(Date.now() / 1000) },
});
