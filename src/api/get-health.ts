import type { Operation } from '../serving/env.ts';

export const getHealth: Operation<'getHealth'> = () => ({ status: 200, body: { status: 'ok' } });
