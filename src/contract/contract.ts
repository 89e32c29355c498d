/**
 * The glue between HTTP and the operations. One function handles every request, cheap checks first: route, caller and
 * scopes, parameters, access to the resource, media type, body, operation, reply. It does not depend on any operation.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { step, stepNow, traceSteps, type Trace } from '../model/steps.ts';
import { identify, requireScope, type Authenticate, type Caller } from './access.ts';
import { withChallenge } from './unauthenticated.ts';
import { optionsHeaders, type Allowed } from './replies/cross-origin.ts';
import { noteReply } from './replies/broken-bodies.ts';
import { createDelivery, failureTo, type ReplyPolicy, type Destination, type Observe } from './replies/deliver.ts';
import type { DescribedMedia } from './description.ts';
import type { DrainLimits } from './bodies/drain.ts';
import { findNamed } from './found.ts';
import { essenceOf, keyDescribing } from './media-types.ts';
import { misspelt } from './validation/misspelt.ts';
import type { AnyReply, Client, Env } from './operation.ts';
import { hasBody, receiveBody, type BodyLimits, type Incoming } from './bodies/receive-body.ts';
import { checkMessage } from './request-head.ts';
import { locate, routeOf, type Routed } from './request-route.ts';
import type { ReservedValues } from './route-tree.ts';
import { createRouter } from './router.ts';
import { routesOf, type Route, type Service } from './service.ts';
import { usualReplies, type ServiceReplies } from './replies/service-replies.ts';
import { checkQuery } from './target.ts';
import { lateParts, refuse } from './validation/verdict.ts';

/** The dependencies of the contract, which the server passes. */
export interface ContractOptions<S extends Env & { readonly caller: Caller }> {
  readonly services: readonly Service<S>[];
  readonly context: S['context'];
  readonly authenticate: Authenticate<S['caller']>;
  /** The public URL of the server, without a slash at its end, for failures that have URLs. */
  readonly url?: string;
  /** Stages the bytes of an uploaded file. `found` has the values of path parameters. */
  readonly stage: (content: AsyncIterable<Uint8Array>, found: Partial<S['found']>) => Promise<S['staged']>;
  readonly limits: BodyLimits & { readonly drain: DrainLimits };
  readonly replies: ReplyPolicy;
  readonly observe: Observe;
  /** Returns the failure for an expected error, and other errors unchanged. */
  readonly explain?: (error: unknown) => unknown;
  /** Returns the function that is called with each step of a request. Undefined if steps are not logged. */
  readonly trace?: ((request: IncomingMessage) => Trace) | undefined;
  /** Returns the address of the client that a response goes to, if it is not that of the connection. */
  readonly addressOf?: (response: ServerResponse) => string | undefined;
  /** Values that path parameters do not match if literals are alternatives. */
  readonly reserved?: ReservedValues;
  /** For URLs that belong to no service; problems if it is absent. */
  readonly elsewhere?: ServiceReplies;
}

/** Handles any request. Never throws. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Throws if an operation has no implementation, or if the descriptions cannot be served together. */
export function createContract<S extends Env & { readonly caller: Caller }>(options: ContractOptions<S>): Handle {
  const objects = options.replies.check === 'always' ? 'closed' : 'open';
  const routes = options.services.flatMap((service) => routesOf(service, objects));
  const router = createRouter(routes, options.reserved);
  const elsewhere = options.elsewhere ?? usualReplies;
  const delivery = createDelivery(options.replies, options.limits.drain, options.observe);

  const { trace, url: server = '' } = options;
  return trace ? (request, response) => traceSteps(trace(request), () => handle(request, response)) : handle;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const uploads: S['staged'][] = [];
    let to: Destination = { request, response, server, known: {}, route: undefined, replies: usualReplies, values: {} };
    try {
      checkMessage(request, response);
      const findRoute = (): Routed<S> | Allowed => {
        const located = locate(request, router, elsewhere);
        to = { ...to, replies: located.replies };
        return routeOf(request, located);
      };
      const routed = stepNow('route', findRoute, asFacts);
      if ('allow' in routed) return await delivery.reply(to, { status: 204, headers: optionsHeaders(request, routed) });
      to = { ...to, route: routed.route, values: routed.raw.path };
      await delivery.reply(to, await perform(routed, to, uploads));
    } catch (error) {
      await delivery.failure(to, withChallenge(options.explain?.(error) ?? error, to.route?.operation.access));
    } finally {
      await Promise.all(uploads.map((staged) => staged.discard()));
    }
  }

  async function perform({ route, raw: sent }: Routed<S>, to: Destination, uploads: S['staged'][]): Promise<AnyReply> {
    const { request, response, known } = to;
    checkQuery(sent.target);
    const raw = { ...sent, target: route.filterQuery(sent.target) };
    const authenticate: Authenticate<S['caller']> = async (...credentials) => {
      const valid = await options.authenticate(...credentials);
      known.caller = valid ?? known.caller;
      return valid;
    };
    if (route.operation.body) noteReply(request, (error) => failureTo(to, error));
    const caller = await step(
      'caller',
      () => {
        const { method, headers } = request;
        return identify(route.operation, { method, headers, path: raw.path, server: to.server }, authenticate);
      },
      () => ({ token: known.caller?.id }),
    );
    const parameters = route.quickCheck.parameters(raw) ?? (await refuse(route.fullCheck.parameters(raw)));
    const named = { path: raw.path, query: parameters.query };
    const found = await step(
      'found',
      () => findNamed(route, named, caller),
      (all) => ({ names: Object.keys(all) }),
    );
    const client = (): Client => ({
      id: known.caller?.id ?? options.addressOf?.(response) ?? request.socket.remoteAddress ?? '',
      connection: request.socket,
      getsContent: request.method !== 'HEAD',
    });
    // The validator has accepted the head, so it has the type that the check and the operation expect.
    const head = { ...parameters, found, requireCaller: caller, client };
    if (route.checkHead && hasBody(request)) await route.checkHead(head as never, options.context as never);
    const body =
      route.operation.body && (await step('body', () => receive({ route, raw }, request, response, found, uploads)));
    const input = { ...head, body, ...conditional(route, caller) };
    return step('operation', async () => route.perform(input as never, options.context as never));
  }

  async function receive(
    { route, raw }: Routed<S>,
    request: IncomingMessage,
    response: ServerResponse,
    found: Partial<S['found']>,
    uploads: S['staged'][],
  ): Promise<unknown> {
    const { body: described } = route.operation;
    // RFC 9110, section 6.4: an absent body differs from an empty one.
    if (!described || (!described.required && !hasBody(request))) return undefined;
    const mediaType = essenceOf(request.headers['content-type']);
    const key = keyDescribing(described.media, mediaType);
    const media = key === undefined ? undefined : described.media.get(key);
    if (key === undefined || !media) return refuse(route.fullCheck.body(raw, undefined));
    const stage = (content: AsyncIterable<Uint8Array>): Promise<S['staged']> => options.stage(content, found);
    const { limits } = options;
    const checkForm = formCheckOf({ route, raw }, key, media, found);
    const body = await receiveBody(request, response, { mediaType, media, stage, limits, checkForm, uploads });
    if (body.notes.length === 0 && route.quickCheck.body(key, body.judged)) return body.value();
    return refuse(route.fullCheck.body(raw, body.judged), body.notes, (error) => misspelt(media, body, error));
  }

  /** The operation's check runs after the validation, so its input has the described type. */
  function formCheckOf(
    { route, raw }: Routed<S>,
    key: string,
    media: DescribedMedia,
    found: Partial<S['found']>,
  ): Incoming<S['staged']>['checkForm'] {
    const { checkForm } = route;
    if (!checkForm) return undefined;
    return async ({ judged, notes, fileName }) => {
      if (notes.length > 0 || !route.quickCheck.body(key, judged)) {
        await refuse(route.fullCheck.body(raw, judged), [...notes, ...lateParts(media, judged)]);
      }
      await checkForm({ found, body: judged, fileName } as never, options.context as never);
    };
  }
}

/** The additional input of operations with `x-conditional-scopes`. */
function conditional({ operation }: Pick<Route<never>, 'operation'>, caller: () => Caller): object {
  if (operation.conditionalScopes.length === 0) return {};
  return { requireScope: (...scopes: readonly string[]) => requireScope(caller(), scopes) };
}

function asFacts(routed: Routed<never> | Allowed): Readonly<Record<string, unknown>> {
  return 'allow' in routed ? { allow: routed.allow } : { operationId: routed.route.operation.id };
}
