/** Operations of the tag Server. */
import { checkReadiness } from '../registry/readiness.ts';
import type { ApiOperations, Operation } from '../serving/env.ts';

const getRoot: Operation<'getRoot'> = () => ({
  status: 200,
  headers: { Vary: 'Accept' },
  body: { message: 'This is Larder, a package registry.', timestamp: Math.floor(Date.now() / 1000) },
});

const getHealth: Operation<'getHealth'> = () => ({ status: 200, body: { status: 'ok' } });

const getReadiness: Operation<'getReadiness'> = async (_, { larder }) => {
  await checkReadiness(larder);
  return { status: 200, body: { status: 'ready' } };
};

const getDescription: Operation<'getDescription'> = (_, { description }) => ({
  status: 200,
  body: description,
});

export const server = {
  getRoot,
  getHealth,
  getReadiness,
  getDescription,
} satisfies Partial<ApiOperations>;
