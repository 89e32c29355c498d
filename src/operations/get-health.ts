import type { Operation } from './surroundings.ts';

export const getHealth: Operation<'getHealth'> = () => ({ status: 200, body: { status: 'ok' } });
