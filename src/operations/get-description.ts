import type { Operation } from './surroundings.ts';

export const getDescription: Operation<'getDescription'> = (_, { description }) => ({
  status: 200,
  body: description,
});
