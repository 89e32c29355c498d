/** How one service replies, whatever the operation: the shape of its failures, and the headers of all its responses. */
import type { IncomingHttpHeaders } from 'node:http';
import type { DescribedOperation } from '../description.ts';
import type { SentAnswer } from '../validation/answer-check.ts';
import { problemReply, type Failure } from './problems.ts';

export interface ServiceReplies {
  readonly failure: WriteFailure;
  /** On every response of the service. An operation or a failure may set another value. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Writes a failure in the shape that the clients of a service read. Must depend on its arguments alone. */
export type WriteFailure = (failure: Failure, request: RequestFacts) => FailureReply;

export interface FailureReply {
  /** That of the failure if it is absent. */
  readonly status?: number;
  /** The reason phrase, for clients that show nothing else. What a status line cannot carry is replaced. */
  readonly reason?: string;
  readonly type: string;
  /** Beside those of the failure, such as `Allow`; one of the same name replaces it. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What is known of a request that failed. */
export interface RequestFacts {
  /** As `X-Request-Id` has it, for failures that show it in a place of their own. */
  readonly id: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** By lower-case name. */
  readonly headers: IncomingHttpHeaders;
  /** Undefined if no operation has the URL and the method. */
  readonly operation: DescribedOperation | undefined;
  /** The values of the path's parameters, decoded and not checked yet; none if there is no operation. */
  readonly values: Readonly<Record<string, string>>;
}

/** Those of a service that specifies nothing, and of requests that are for no service: problems (RFC 9457). */
export const usualReplies: ServiceReplies = { failure: problemReply, headers: {} };

/** Returns a failure as the service sends it. */
export function replyToFailure(
  { failure: write }: ServiceReplies,
  failure: Failure,
  request: RequestFacts,
): SentAnswer {
  const { status = failure.status, headers, ...reply } = write(failure, request);
  return { ...reply, status, headers: { ...failure.headers, ...headers } };
}
