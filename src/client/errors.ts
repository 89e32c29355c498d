/** The errors of this client. If the network fails, it rejects with the error of `fetch`. */
import { problemClasses } from '../../generated/errors.ts';
import type { AnyAnswer, AnyProblem, DataOf } from './answer.ts';
import { LarderError } from './larder-error.ts';

/**
 * A response that the contract does not describe: another status, another media type, or invalid JSON. Usually a proxy
 * sent it, or the base URL is wrong.
 */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
  readonly status: number;
  /** The URL that responded; empty if `fetch` does not provide it. */
  readonly url: string;
  /** The name in the `Server` header, such as `nginx`; undefined without one, and in browsers on other origins. */
  readonly server: string | undefined;
  /** The start of the body. */
  readonly text: string;

  constructor(response: Response, text: string) {
    const { status, url, headers } = response;
    const server = serverName(headers.get('server'));
    const place = URL.canParse(url) ? ` from ${url}` : '';
    const what = [`${status}${server === undefined ? '' : ` from ${server}`}`, headers.get('content-type')];
    super(
      `Unexpected response${place} (${what.filter(Boolean).join(', ')}): it does not come from Larder. Check the base URL. The response begins with: ${text}`,
    );
    this.status = status;
    this.url = url;
    this.server = server;
    this.text = text;
  }
}

/** Returns the first product's name, without its version (RFC 9110, section 10.2.4). */
function serverName(header: string | null): string | undefined {
  return /^[\w.!#$%&'*+^`|~-]{1,100}/.exec(header ?? '')?.[0];
}

/** Returns the data of a success. Throws the error of the problem for a failure, such as a `NotFoundError`. */
export function unwrap<A extends AnyAnswer>(answer: A): DataOf<A> {
  // The check above implies the type.
  if (answer.status >= 200 && answer.status < 300) return answer.data as DataOf<A>;
  throw errorOf(answer);
}

/** Returns a `LarderError` without a class of its own for a type of problem that only newer servers have. */
function errorOf({ status, error, response, request }: AnyAnswer): LarderError {
  // By the type `Answer`, every failure has its described body.
  const problem = error as AnyProblem | undefined;
  const { method = '', url = response.url } = request ?? {};
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const Class = problemClasses[problem?.type ?? ''] ?? LarderError;
  return new Class({ status, method, url, problem, requestId });
}
