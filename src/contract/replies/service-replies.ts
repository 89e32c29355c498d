/** The replies of a service for all operations: the format of its failures, and the headers of all its responses. */
import type { IncomingHttpHeaders } from 'node:http';
import type { DescribedOperation } from '../description.ts';
import type { SentReply } from '../validation/reply-check.ts';
import { problemReply, type FailureDetails } from './problems.ts';

export interface ServiceReplies {
  readonly failure: WriteFailure;
  /** Headers of every response of the service. An operation or a failure may set another value. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Writes a failure in the format that the clients of a service read. Must depend only on its arguments. */
export type WriteFailure = (failure: FailureDetails, request: RequestFacts) => FailureReply;

export interface FailureReply {
  /** The status; that of the failure if it is absent. */
  readonly status?: number;
  /**
   * The reason phrase, for clients that show nothing else. Characters that are invalid in a status line are replaced.
   */
  readonly reason?: string;
  readonly type: string;
  /** Added to the headers of the failure, such as `Allow`. A header with the same name replaces it. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The facts about a failed request. */
export interface RequestFacts {
  /** The public URL of the server, without a slash at its end; empty if it has none. */
  readonly server: string;
  /** As `X-Request-Id` has it, for failures that show it in a place of their own. */
  readonly id: string;
  readonly method: string;
  /** The path, without the query. */
  readonly path: string;
  /** The query with its question mark; empty if there is none. */
  readonly query: string;
  /** By lower-case name. */
  readonly headers: IncomingHttpHeaders;
  /** Undefined if no operation has this URL and method. */
  readonly operation: DescribedOperation | undefined;
  /** The values of the path parameters, decoded but not validated; empty if there is no operation. */
  readonly values: Readonly<Record<string, string>>;
}

/** The default replies, also for requests without a service: problems (RFC 9457). */
export const usualReplies: ServiceReplies = { failure: problemReply, headers: {} };

/** Returns a failure in the format of the service. */
export function replyToFailure(
  { failure: write }: ServiceReplies,
  failure: FailureDetails,
  request: RequestFacts,
): SentReply {
  const { status = failure.status, headers, ...reply } = write(failure, request);
  return { ...reply, status, headers: { ...failure.headers, ...headers } };
}
