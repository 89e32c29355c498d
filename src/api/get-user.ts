import { tokenOf } from '../registry/callers.ts';
import { asUser } from './represent/user.ts';
import type { Operation } from '../serving/env.ts';

export const getUser: Operation<'getUser'> = ({ caller }) => ({ status: 200, body: asUser(tokenOf(caller()).user) });
