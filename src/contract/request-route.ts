/** Finds the service and the operation of a request. */
import type { IncomingMessage } from 'node:http';
import { Failure } from '../model/failure.ts';
import type { Method } from './description.ts';
import type { Env } from './operation.ts';
import { everyMethod, type Allowed } from './replies/cross-origin.ts';
import { FailureWithHeaders } from './replies/problems.ts';
import { prefersHtml } from './prefers-html.ts';
import { usualReplies, type ServiceReplies } from './replies/service-replies.ts';
import { checkExpectation } from './request-head.ts';
import type { Served } from './route-tree.ts';
import type { Router } from './router.ts';
import type { Route } from './service.ts';
import { readTarget, type RequestTarget } from './target.ts';
import type { RawParameters } from './validation/quick-check.ts';

/** The destination of a request. Without a target, it is the whole server. */
export interface Located<S extends Env> {
  readonly target: RequestTarget | undefined;
  /** Undefined for an unknown URL. */
  readonly found: FoundFor<S> | undefined;
  readonly replies: ServiceReplies;
}

/** The operations for the client of a request. */
interface FoundFor<S extends Env> {
  readonly methods: ReadonlyMap<Method, Route<S>>;
  /** The values of the path parameters, in order. */
  readonly values: readonly string[];
}

export interface Routed<S extends Env> {
  readonly route: Route<S>;
  readonly raw: RawParameters;
}

/**
 * Finds the service of a request, so that all failures have its format: an unknown URL belongs to the service with
 * paths above it, or else has the replies of `elsewhere`. Throws `invalid-request` for an invalid target.
 */
export function locate<S extends Env>(
  { method, url = '', headers }: IncomingMessage,
  router: Router<Route<S>>,
  elsewhere: ServiceReplies,
): Located<S> {
  if (url === '*' && method === 'OPTIONS') return { target: undefined, found: undefined, replies: elsewhere };
  const target = readTarget(url);
  const at = router.find(target.segments);
  const found = at && { methods: methodsFor(headers.accept, at), values: at.values };
  const [route = ownerOf(router.nearest(target.segments))] = found?.methods.values() ?? [];
  return { target, found, replies: route?.replies ?? elsewhere };
}

/** Operations for browsers precede the others for clients that prefer HTML, and stand alone where there are no others. */
function methodsFor<S extends Env>(accept: string | undefined, { methods, forBrowsers }: Served<Route<S>>) {
  if (forBrowsers.size === 0) return methods;
  if (methods.size === 0) return forBrowsers;
  return prefersHtml(accept) ? new Map([...methods, ...forBrowsers]) : methods;
}

/** Clients of several services may read problems, so a service that writes only those owns their unknown URLs. */
function ownerOf<S extends Env>(services: readonly Route<S>[]): Route<S> | undefined {
  const [first, ...others] = services;
  return others.length === 0 ? first : services.find(({ replies }) => replies.failure === usualReplies.failure);
}

/** Returns the operation of a request, or the methods for OPTIONS. Throws if there is none. */
export function routeOf<S extends Env>(request: IncomingMessage, { target, found }: Located<S>): Routed<S> | Allowed {
  const { method, headers } = request;
  checkExpectation(request);
  if (!target) return { allow: everyMethod, crossOrigin: true, credentials: [] };
  if (!found) throw new Failure('not-found', `${target.path} not found. Check the URL.`);
  const allow = [...found.methods.keys(), ...(found.methods.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  if (method === 'OPTIONS') {
    const operations = [...found.methods.values()].map(({ operation }) => operation);
    const credentials = operations.flatMap(({ access }) => access.headers);
    return { allow, crossOrigin: operations.some(({ crossOrigin }) => crossOrigin), credentials };
  }
  // HEAD works wherever GET does. Unsupported methods are not among those of the route.
  const served = found.methods.get((method === 'HEAD' ? 'GET' : method) as Method);
  if (!served)
    throw new FailureWithHeaders('method-not-allowed', `${method} is not supported here. Use ${allow}.`, {
      Allow: allow,
    });
  const path = Object.fromEntries(
    served.pathNames.map((name, index) => [name, valueOf(served, name, found.values[index] ?? '')]),
  );
  // RFC 9110, section 14.2: ranges apply to GET only.
  return {
    route: served,
    raw: { path, target, headers: method === 'HEAD' ? { ...headers, range: undefined } : headers },
  };
}

/** UUIDs are case-insensitive (RFC 9562, section 4) and stored in lower case. */
function valueOf({ uuidNames }: Pick<Route<never>, 'uuidNames'>, name: string, value: string): string {
  return uuidNames.has(name) ? value.toLowerCase() : value;
}
