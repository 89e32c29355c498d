import { tokenOf } from '../registry/callers.ts';
import { asAccessToken } from './represent/token.ts';
import type { Operation } from '../serving/env.ts';

export const getAccessToken: Operation<'getAccessToken'> = ({ caller }, { urls }) => ({
  status: 200,
  body: asAccessToken(tokenOf(caller()), urls),
});
