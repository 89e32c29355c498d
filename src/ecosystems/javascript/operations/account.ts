/** The operations of `npm ping`, `npm whoami` and `npm audit`. */
import { tokenOf } from '../../../registry/callers.ts';
import type { NpmOperations } from './npm-operations.ts';

export const account: Pick<NpmOperations, 'explainAdvisories' | 'getPing' | 'getUsername'> = {
  explainAdvisories: () => ({ status: 200, body: {} }),
  getPing: () => ({ status: 200, body: {} }),
  getUsername: ({ requireCaller }) => {
    const caller = requireCaller();
    return { status: 200, body: { username: 'issuer' in caller ? caller.subject : tokenOf(caller).user.name } };
  },
};
