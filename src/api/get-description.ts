import type { Operation } from '../serving/env.ts';

export const getDescription: Operation<'getDescription'> = (_, { description }) => ({
  status: 200,
  body: description,
});
