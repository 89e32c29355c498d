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
 * An answer that the contract does not describe: another status, another media type, or not the JSON that it claims to
 * be. Mostly it comes from something in between, or the base URL leads elsewhere.
 */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
  readonly status: number;
  /** The start of the body. */
  readonly text: string;

  constructor(response: Response, text: string) {
    const { status, url } = response;
    const type = response.headers.get('content-type') ?? 'no media type';
    const place = URL.canParse(url) ? ` at ${url}` : '';
    super(`An answer that no Larder gives${place}: ${status}, ${type}. Is the base URL right? It says: ${text}`);
    this.status = status;
    this.text = text;
  }
}

/** The data of a success. Throws a `LarderError` for everything else. */
export function unwrap<A extends AnyAnswer>(answer: A): DataOf<A> {
  // The cast is what the check before it means.
  if (answer.status >= 200 && answer.status < 300) return answer.data as DataOf<A>;
  // `Answer` gives every refusal the body that is described for it.
  throw new LarderError(answer.status, answer.error as AnyProblem | undefined);
}
