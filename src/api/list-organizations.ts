import { asOrganization } from './represent/organization.ts';
import type { Operation } from '../serving/env.ts';

/** A token belongs to one organization, so there is nothing on the pages after the first. */
export const listOrganizations: Operation<'listOrganizations'> = ({ caller, query }, { urls }) => ({
  status: 200,
  body: query.page === 1 ? [asOrganization(caller().organization, urls)] : [],
});
