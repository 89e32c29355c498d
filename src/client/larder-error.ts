/** The base of all errors for failures that the contract describes. `generated/errors.ts` has one class per problem. */
import type { AnyProblem } from './answer.ts';

export interface Rejection {
  readonly status: number;
  readonly method: string;
  readonly url: string;
  readonly problem: AnyProblem | undefined;
  readonly requestId?: string | undefined;
}

/** `message` is the problem with this request and the remedy. */
export class LarderError extends Error {
  /** The name of the class of the problem, such as `NotFoundError`. */
  override readonly name: string;
  /** The HTTP status. */
  readonly status: number;
  /** The method of the request. */
  readonly method: string;
  /** The URL of the request. */
  readonly url: string;
  /** The body of the response; undefined for a response without one, such as 304. */
  readonly problem: AnyProblem | undefined;
  /** Names the request in the log of the server; undefined if a server before 0.2.0 sent the response. */
  readonly requestId: string | undefined;

  constructor({ status, method, url, problem, requestId }: Rejection) {
    super(problem?.detail ?? `${method} ${url} responded with ${status}.`);
    this.name = nameOf(problem?.type ?? '');
    this.status = status;
    this.method = method;
    this.url = url;
    this.problem = problem;
    this.requestId = problem?.request_id ?? requestId;
  }
}

/** Returns the class's name, which minifiers change: `NotFoundError` for `urn:larder:problem:not-found`. */
function nameOf(type: string): string {
  const words = /:([a-z-]+)$/.exec(type)?.[1] ?? 'larder';
  return `${words.replaceAll(/(?:^|-)[a-z]/g, (start) => start.slice(-1).toUpperCase())}Error`;
}
