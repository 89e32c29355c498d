/** The operations of `npm ping`, `npm whoami` and `npm profile`. */
import { tokenOf } from '../../../registry/callers.ts';
import { noticeFor } from '../npm-notice.ts';
import type { NpmOperations } from './npm-operations.ts';

export const account: Pick<NpmOperations, 'getPing' | 'getProfile' | 'getRegistryOfPackages' | 'getUsername'> = {
  getPing: () => ({ status: 200, body: {} }),
  getProfile: ({ requireCaller }) => {
    const { name, email, createdAt } = tokenOf(requireCaller()).user;
    const created = createdAt.toISOString();
    return { status: 200, body: { name, email, email_verified: true, tfa: false, created, updated: created } };
  },
  getRegistryOfPackages: ({ found: { registry } }) => ({ status: 200, body: { db_name: registry.slug } }),
  getUsername: ({ requireCaller }) => {
    const caller = requireCaller();
    const username = 'issuer' in caller ? caller.subject : tokenOf(caller).user.name;
    return { status: 200, headers: noticeFor(caller), body: { username } };
  },
};
