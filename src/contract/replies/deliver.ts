/** Sends answers, good and bad, and sees to it that what goes out is what the description allows. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RegistryError } from '../../model/failure.ts';
import type { Caller } from '../access.ts';
import type { CheckAnswer, SentAnswer } from '../validation/answer-check.ts';
import type { DescribedOperation } from '../description.ts';
import { isRange } from '../media-types.ts';
import type { AnyAnswer } from '../operation.ts';
import type { DrainLimits } from '../bodies/drain.ts';
import { bodyValue } from './json-text.ts';
import { requestIdHeader, requestIdOf } from '../request-id.ts';
import { failureOf, problemType } from './problems.ts';
import { send } from './send.ts';
import { replyToFailure, type ServiceReplies } from './service-replies.ts';
import { standingHeaders } from './standing-headers.ts';

/** Which answers are compared with the description: all, before they go out; or a share of them, afterwards. */
export type AnswerPolicy = { readonly check: 'always' } | { readonly check: 'sampled'; readonly share: number };

/** Hears of every answer. */
export type Observe = (event: AnswerEvent) => void;

export interface AnswerEvent {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Undefined if the request had no valid credentials, or they were not needed. */
  readonly caller: Caller | undefined;
  readonly operationId: string | undefined;
  readonly status: number;
  /** The answer, when it was compared with its description before it went out, and found to be as described. */
  readonly checked?: SentAnswer;
  /** What went wrong, where the caller was not told all of it. */
  readonly error?: unknown;
  /** How the answer breaks its description. */
  readonly violations?: readonly string[];
}

/** Where an answer goes, and what describes it: nothing, when the request is for no operation. */
export interface Destination {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Filled in when the credentials of the request have been found valid. */
  readonly known: { caller?: Caller | undefined };
  readonly route: { readonly operation: DescribedOperation; readonly checkAnswer: CheckAnswer } | undefined;
  /** Those of the service that the request is for. */
  readonly replies: ServiceReplies;
  /** The values of the path's parameters. */
  readonly values: Readonly<Record<string, string>>;
}

export interface Delivery {
  answer(to: Destination, answer: AnyAnswer): Promise<void>;
  /** Tells the client what went wrong, if it can still be told. Never throws. */
  failure(to: Destination, error: unknown): Promise<void>;
}

export function createDelivery(policy: AnswerPolicy, drain: DrainLimits, observe: Observe): Delivery {
  async function deliver(to: Destination, bare: SentAnswer, error?: unknown): Promise<void> {
    const checked = policy.check === 'always';
    const answer = whole(to, bare);
    const violations = checked ? violationsOf(to, answer) : [];
    const sent = violations.length === 0 ? answer : whole(to, brokenContract(to, violations));
    if (policy.check === 'sampled' && Math.random() < policy.share) checkLater(to, answer);
    await send(to.request, to.response, sent, { drain, crossOrigin: to.route?.operation.crossOrigin ?? true });
    observe({
      ...about(to),
      status: sent.status,
      ...(error === undefined ? {} : { error }),
      ...(violations.length > 0 ? { violations } : checked && { checked: { ...answer, body: bodyValue(answer.body) } }),
    });
  }

  /** The answer is out by then; whatever is found must not harm anybody. */
  function checkLater(to: Destination, answer: SentAnswer): void {
    to.response.once('finish', () =>
      setImmediate(() => {
        try {
          const violations = violationsOf(to, answer);
          if (violations.length > 0) observe({ ...about(to), status: answer.status, violations });
        } catch (error) {
          observe({ ...about(to), status: answer.status, error });
        }
      }),
    );
  }

  async function failure(to: Destination, error: unknown): Promise<void> {
    const { response } = to;
    let { status } = failureOf(error);
    try {
      // Half an answer is out: only a broken connection tells the client that it is not whole.
      if (response.headersSent) throw error;
      const reply = writtenFailure(to, error);
      status = reply.status;
      await deliver(to, reply, untold(error));
    } catch (last) {
      response.destroy();
      observe({ ...about(to), status: response.headersSent ? response.statusCode : status, error: last });
    }
  }

  return { answer: (to, answer) => deliver(to, complete(to.route?.operation, answer)), failure };
}

/** Where the contract leaves no choice, as a range does, operations need not name the media type. */
function complete(operation: DescribedOperation | undefined, answer: AnyAnswer): SentAnswer {
  const [only] = operation?.answers.get(answer.status)?.content.keys() ?? [];
  const type = answer.type ?? (only !== undefined && isRange(only) ? undefined : only);
  // The operation's types have it that header values are text or numbers.
  const headers = (answer.headers ?? {}) as SentAnswer['headers'];
  const { status, reason, body } = answer;
  return { status, headers, body, ...(type !== undefined && { type }), ...(reason !== undefined && { reason }) };
}

/** Returns a failure as the service of the request sends it. */
export function failureTo(to: Destination, error: unknown): SentAnswer {
  return whole(to, writtenFailure(to, error));
}

function writtenFailure({ request, route, replies, values }: Destination, error: unknown): SentAnswer {
  const { method = '', url = '', headers } = request;
  const path = url.slice(0, `${url}?`.indexOf('?'));
  const facts = { id: requestIdOf(request), method, path, headers, operation: route?.operation, values };
  return replyToFailure(replies, failureOf(error), facts);
}

/** With what every response has, whatever the operation does. */
function whole({ request, route, replies }: Destination, answer: SentAnswer): SentAnswer {
  const id = requestIdOf(request);
  const headers = {
    ...standingHeaders(request, route?.operation),
    ...replies.headers,
    ...answer.headers,
    [requestIdHeader]: id,
  };
  return answer.type === problemType
    ? { ...answer, headers, body: { ...(answer.body as object), request_id: id } }
    : { ...answer, headers };
}

function violationsOf({ route }: Destination, answer: SentAnswer): string[] {
  return route ? route.checkAnswer(route.operation, answer) : [];
}

function brokenContract(to: Destination, violations: readonly string[]): SentAnswer {
  return writtenFailure(
    to,
    new RegistryError('internal', `The answer breaks its description: ${violations.join('; ')}.`),
  );
}

/** What a problem leaves out: all of an unexpected error, and the cause of a known one. */
function untold(error: unknown): unknown {
  return error instanceof RegistryError ? error.cause : error;
}

function about({
  request,
  response,
  known,
  route,
}: Destination): Pick<AnswerEvent, 'request' | 'response' | 'caller' | 'operationId'> {
  return { request, response, caller: known.caller, operationId: route?.operation.id };
}
