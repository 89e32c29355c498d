import { asOrganization } from './represent/organization.ts';
import type { Operation } from '../serving/env.ts';

export const getOrganization: Operation<'getOrganization'> = ({ found }, { urls }) => ({
  status: 200,
  body: asOrganization(found.organization, urls),
});
