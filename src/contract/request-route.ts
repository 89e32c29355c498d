/** From a request to the service and the operation that it is for. */
import type { IncomingMessage } from 'node:http';
import { RegistryError } from '../model/failure.ts';
import type { Method } from './description.ts';
import type { Surroundings } from './operation.ts';
import { everyMethod, type Allowed } from './replies/cross-origin.ts';
import { Refusal } from './replies/problems.ts';
import type { ServiceReplies } from './replies/service-replies.ts';
import { checkExpectation } from './request-head.ts';
import type { Found, Router } from './router.ts';
import type { Route } from './service.ts';
import { readTarget, type RequestTarget } from './target.ts';
import type { RawParameters } from './validation/accept.ts';

/** Where a request goes; without a target it is for the server as a whole. */
export interface Located<S extends Surroundings> {
  readonly target: RequestTarget | undefined;
  /** Undefined for an unknown URL. */
  readonly found: Found<Route<S>> | undefined;
  readonly replies: ServiceReplies;
}

export interface Routed<S extends Surroundings> {
  readonly route: Route<S>;
  readonly raw: RawParameters;
}

/**
 * Finds the service of a request, so that all that follows is rejected in its words: an unknown URL belongs to the service
 * below whose paths it is, or else has the `usual` replies. Throws `invalid-request` for an invalid target.
 */
export function locate<S extends Surroundings>(
  { method, url = '' }: IncomingMessage,
  router: Router<Route<S>>,
  usual: ServiceReplies,
): Located<S> {
  if (url === '*' && method === 'OPTIONS') return { target: undefined, found: undefined, replies: usual };
  const target = readTarget(url);
  const found = router.find(target.segments);
  const [route = router.nearest(target.segments)] = found?.methods.values() ?? [];
  return { target, found, replies: route?.replies ?? usual };
}

/** Returns the operation of a request, or the methods if it asks for these. Throws if there is none. */
export function routeOf<S extends Surroundings>(
  request: IncomingMessage,
  { target, found }: Located<S>,
): Routed<S> | Allowed {
  const { method, headers } = request;
  checkExpectation(request);
  if (!target) return { allow: everyMethod, crossOrigin: true, credentials: [] };
  if (!found) throw new RegistryError('not-found', `There is nothing at ${target.path}.`);
  const allow = [...found.methods.keys(), ...(found.methods.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  if (method === 'OPTIONS') {
    const operations = [...found.methods.values()].map(({ operation }) => operation);
    const credentials = operations.flatMap(({ access }) => access.headers);
    return { allow, crossOrigin: operations.some(({ crossOrigin }) => crossOrigin), credentials };
  }
  // HEAD is answered wherever GET is. A method that no operation can have is simply not among those of the route.
  const served = found.methods.get((method === 'HEAD' ? 'GET' : method) as Method);
  if (!served)
    throw new Refusal('method-not-allowed', `${method} cannot be used here; use ${allow}.`, { Allow: allow });
  const path = Object.fromEntries(
    served.pathNames.map((name, index) => [name, valueOf(served, name, found.values[index] ?? '')]),
  );
  // RFC 9110, section 14.2: ranges are for GET alone.
  return {
    route: served,
    raw: { path, target, headers: method === 'HEAD' ? { ...headers, range: undefined } : headers },
  };
}

/** A UUID may come in any case; ours are stored in lower case (RFC 9562, section 4). */
function valueOf({ uuidNames }: Pick<Route<never>, 'uuidNames'>, name: string, value: string): string {
  return uuidNames.has(name) ? value.toLowerCase() : value;
}
