/** What this client throws, beside what `fetch` itself rejects with when the network fails. */
import type { AnyAnswer, AnyProblem, DataOf } from './answer.ts';

/** A refusal that the contract describes. `problem` is its body; `message` says what was wrong and what would be right. */
export class LarderError extends Error {
  override readonly name = 'LarderError';
  readonly status: number;
  /** Undefined for an answer without a body, such as 304. */
  readonly problem: AnyProblem | undefined;

  constructor(status: number, problem: AnyProblem | undefined, message?: string) {
    super(message ?? (problem ? `${problem.title}: ${problem.detail}` : `The server answered ${status}.`));
    this.status = status;
    this.problem = problem;
  }
}

/**
 * A response that the contract does not describe: another status, another media type, or a body that is not the JSON that
 * it claims to be. Mostly a proxy sent it, or the base URL leads elsewhere.
 */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
  readonly status: number;
  /** The URL that responded; empty if `fetch` does not provide it. */
  readonly url: string;
  /** The name in the header `Server`, such as `nginx`; undefined without one, and for browsers on other origins. */
  readonly server: string | undefined;
  /** The start of the body. */
  readonly text: string;

  constructor(response: Response, text: string) {
    const { status, url, headers } = response;
    const server = serverName(headers.get('server'));
    const place = URL.canParse(url) ? ` from ${url}` : '';
    const what = [`${status}${server === undefined ? '' : ` from ${server}`}`, headers.get('content-type')];
    super(
      `Unexpected response${place} (${what.filter(Boolean).join(', ')}): it does not come from Larder. Is the base URL right? It says: ${text}`,
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

/** The data of a success. Throws a `LarderError` for everything else. */
export function unwrap<A extends AnyAnswer>(answer: A): DataOf<A> {
  // The cast is what the check before it means.
  if (answer.status >= 200 && answer.status < 300) return answer.data as DataOf<A>;
  // `Answer` gives every refusal the body that is described for it.
  throw new LarderError(answer.status, answer.error as AnyProblem | undefined);
}
