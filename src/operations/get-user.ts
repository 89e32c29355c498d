import { tokenOf } from '../registry/callers.ts';
import { asUser } from './represent/user.ts';
import type { Operation } from './surroundings.ts';

export const getUser: Operation<'getUser'> = ({ caller }) => ({ status: 200, body: asUser(tokenOf(caller()).user) });
