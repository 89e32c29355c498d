/** A request that an operation takes, from a caller of its own. */
import type { DescribedOperation } from '../../src/contract/description.ts';
import { requestFor } from '../fixtures/described-requests.ts';
import type { TestServer } from '../fixtures/server.ts';
import type { Seed, Values } from './seeded-server.ts';

export interface SoundRequest {
  /** What it names. */
  readonly values: Values;
  /** Sends it; with other values in the path, other headers, another body, or a query. */
  ask(changes?: Changes): Promise<Response>;
  /** Its path, and the headers that it is sent with. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Changes {
  readonly values?: Values;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: NonNullable<RequestInit['body']>;
  readonly query?: string;
}

/** About what was made of the operation's description. */
export async function soundRequest(
  server: TestServer,
  operation: DescribedOperation,
  seeded: Seed,
): Promise<SoundRequest> {
  // An index has a digest of its own.
  const sha256 = operation.path.includes('by-hash') ? seeded.values['index sha256'] : undefined;
  const values = sha256 === undefined ? seeded.values : { ...seeded.values, sha256 };
  const own = { Authorization: `Bearer ${seeded.token}` };
  const { path, init } = await requestFor(operation, values);
  return {
    values,
    path,
    headers: { ...init.headers, ...own } as Record<string, string>,
    ask: async (changes = {}) => {
      const request = await requestFor(operation, { ...values, ...changes.values });
      const separator = request.path.includes('?') ? '&' : '?';
      const query = changes.query === undefined ? '' : `${separator}${changes.query}`;
      return await server.ask(request.path + query, {
        ...request.init,
        ...(changes.body !== undefined && { body: changes.body }),
        headers: { ...request.init.headers, ...own, ...changes.headers },
        redirect: 'manual',
      });
    },
  };
}
