/** Sends replies and failures, and checks that they match the description. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Failure } from '../../model/failure.ts';
import type { Caller } from '../access.ts';
import type { CheckReply, SentReply } from '../validation/reply-check.ts';
import type { DescribedOperation } from '../description.ts';
import { isRange } from '../media-types.ts';
import type { AnyReply } from '../operation.ts';
import type { DrainLimits } from '../bodies/drain.ts';
import { JsonStream } from './json-stream.ts';
import { bodyValue } from './json-text.ts';
import { pathWithoutSecrets } from '../path-without-secrets.ts';
import { requestIdHeader, requestIdOf } from '../request-id.ts';
import { failureOf, problemType } from './problems.ts';
import { send } from './send.ts';
import { replyToFailure, type ServiceReplies } from './service-replies.ts';
import { standingHeaders } from './standing-headers.ts';

/**
 * The replies that are compared with the description: all of them, before they are sent; or a share of them,
 * afterwards.
 */
export type ReplyPolicy = { readonly check: 'always' } | { readonly check: 'sampled'; readonly share: number };

/** Called after each response, with the reply that was sent. */
export type Observe = (event: ReplyEvent) => void;

export interface ReplyEvent {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Undefined if the request had no valid credentials, or if they were not needed. */
  readonly caller: Caller | undefined;
  readonly operationId: string | undefined;
  /** The path without its secrets; absent if the operation has none in its path. */
  readonly path?: string;
  readonly status: number;
  /** The reply, if it was compared with its description before it was sent, and matched. */
  readonly checked?: SentReply;
  /** The error, if the caller did not get all of it. */
  readonly error?: unknown;
  /** The violations of the description. */
  readonly violations?: readonly string[];
}

/** The destination of a reply, and its description, which is undefined for a request without an operation. */
export interface Destination {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Set after the credentials of the request were accepted. */
  readonly known: { caller?: Caller | undefined };
  readonly route: { readonly operation: DescribedOperation; readonly checkReply: CheckReply } | undefined;
  /** The public URL of the server. */
  readonly server: string;
  /** The replies of the request's service. */
  readonly replies: ServiceReplies;
  /** The values of the path parameters. */
  readonly values: Readonly<Record<string, string>>;
}

export interface Delivery {
  reply(to: Destination, reply: AnyReply): Promise<void>;
  /** Sends a failure, if that is still possible. Never throws. */
  failure(to: Destination, error: unknown): Promise<void>;
}

export function createDelivery(policy: ReplyPolicy, drain: DrainLimits, observe: Observe): Delivery {
  async function deliver(to: Destination, bare: SentReply, error?: unknown): Promise<void> {
    const checked = policy.check === 'always';
    const isSampled = policy.check === 'sampled' && Math.random() < policy.share;
    const reply = whole(to, checked || isSampled ? await inMemory(bare) : bare);
    const violations = checked ? violationsOf(to, reply) : [];
    const sent = violations.length === 0 ? reply : whole(to, brokenContract(to, violations));
    if (isSampled) checkLater(to, reply);
    await send(to.request, to.response, sent, { drain, crossOrigin: to.route?.operation.crossOrigin ?? true });
    observe({
      ...about(to),
      status: sent.status,
      ...(error === undefined ? {} : { error }),
      ...(violations.length > 0 ? { violations } : checked && { checked: { ...reply, body: bodyValue(reply.body) } }),
    });
  }

  /** The reply is already sent, so errors are only reported. */
  function checkLater(to: Destination, reply: SentReply): void {
    to.response.once('finish', () =>
      setImmediate(() => {
        try {
          const violations = violationsOf(to, reply);
          if (violations.length > 0) observe({ ...about(to), status: reply.status, violations });
        } catch (error) {
          observe({ ...about(to), status: reply.status, error });
        }
      }),
    );
  }

  async function failure(to: Destination, error: unknown): Promise<void> {
    const { response } = to;
    let { status } = failureOf(error);
    try {
      // A part of the reply is sent: only a broken connection signals that it is incomplete.
      if (response.headersSent) throw error;
      const reply = writtenFailure(to, error);
      status = reply.status;
      await deliver(to, reply, untold(error));
    } catch (last) {
      response.destroy();
      observe({ ...about(to), status: response.headersSent ? response.statusCode : status, error: last });
    }
  }

  return { reply: (to, reply) => deliver(to, complete(to.route?.operation, reply)), failure };
}

/** Operations may omit the media type if the contract has only one. */
function complete(operation: DescribedOperation | undefined, reply: AnyReply): SentReply {
  const [only] = operation?.replies.get(reply.status)?.content.keys() ?? [];
  const type = reply.type ?? (only !== undefined && isRange(only) ? undefined : only);
  // By the operation's types, header values are texts or numbers.
  const headers = (reply.headers ?? {}) as SentReply['headers'];
  const { status, reason, body } = reply;
  return { status, headers, body, ...(type !== undefined && { type }), ...(reason !== undefined && { reason }) };
}

/** Returns a failure in the format of the request's service. */
export function failureTo(to: Destination, error: unknown): SentReply {
  return whole(to, writtenFailure(to, error));
}

function writtenFailure({ request, route, server, replies, values }: Destination, error: unknown): SentReply {
  const { method = '', url = '', headers } = request;
  const end = `${url}?`.indexOf('?');
  const [path, query] = [url.slice(0, end), url.slice(end)];
  const facts = { server, id: requestIdOf(request), method, path, query, headers, operation: route?.operation, values };
  return replyToFailure(replies, failureOf(error), facts);
}

/** Adds the headers that every response has, regardless of the operation. */
function whole({ request, route, replies }: Destination, reply: SentReply): SentReply {
  const id = requestIdOf(request);
  const headers = {
    ...standingHeaders(request, route?.operation),
    ...replies.headers,
    ...reply.headers,
    [requestIdHeader]: id,
  };
  return reply.type === problemType
    ? { ...reply, headers, body: { ...(reply.body as object), request_id: id } }
    : { ...reply, headers };
}

/** Reads a body that is a stream, because only a body in memory can be compared with its description. */
async function inMemory(reply: SentReply): Promise<SentReply> {
  return reply.body instanceof JsonStream ? { ...reply, body: await reply.body.read() } : reply;
}

function violationsOf({ route }: Destination, reply: SentReply): string[] {
  return route ? route.checkReply(route.operation, reply) : [];
}

function brokenContract(to: Destination, violations: readonly string[]): SentReply {
  return writtenFailure(to, new Failure('internal', `The reply violates its description: ${violations.join('; ')}.`));
}

/** Returns the information that a problem omits: all of an unexpected error, and the cause of an expected one. */
function untold(error: unknown): unknown {
  return error instanceof Failure ? error.cause : error;
}

function about({
  request,
  response,
  known,
  route,
  values,
}: Destination): Pick<ReplyEvent, 'request' | 'response' | 'caller' | 'operationId' | 'path'> {
  const path = route && pathWithoutSecrets(route.operation, values);
  const about = { request, response, caller: known.caller, operationId: route?.operation.id };
  return path === undefined ? about : { ...about, path };
}
