/** The operations of `npm ping` and `npm whoami`. */
import type { NpmOperations } from './npm-operations.ts';

export const account: Pick<NpmOperations, 'getPing' | 'getUsername'> = {
  getPing: () => ({ status: 200, body: {} }),
  getUsername: ({ requireCaller }) => {
    const caller = requireCaller();
    return { status: 200, body: { username: 'issuer' in caller ? caller.subject : caller.user.name } };
  },
};
