/** The types of responses: one per status that the contract describes. */
import type { operations } from '../../generated/api.ts';

/** The name of an operation in the contract. */
export type OperationId = keyof operations;

/** The responses of an operation, discriminated by `status`. A success has `data`, a failure has `error`. */
export type AnswerOf<Id extends OperationId> = Answer<operations[Id]>;

/** The same for an operation of the generated types. */
export type Answer<Operation> = Operation extends { readonly responses: infer Responses }
  ? { [Status in keyof Responses]: Described<Status, BodyOf<Responses[Status]>> }[keyof Responses]
  : never;

type Described<Status, Body> = [Status] extends [Refused<Status>]
  ? Failed<Status, Body>
  : [Body] extends [undefined]
    ? Empty<Status>
    : Succeeded<Status, Body>;

interface Succeeded<Status, Body> extends Exchange<Status> {
  /** The body of the response. */
  readonly data: Body;
  /** A success has no error. */
  readonly error?: undefined;
}

interface Empty<Status> extends Exchange<Status> {
  /** The response has no body. */
  readonly data?: undefined;
  /** The response has no problem. */
  readonly error?: undefined;
}

interface Failed<Status, Body> extends Exchange<Status> {
  /** A failure has no data. */
  readonly data?: undefined;
  /** The problem: its kind, the reason and the remedy. */
  readonly error: Body;
}

interface Exchange<Status> {
  /** The HTTP status. */
  readonly status: Status;
  /** The response of `fetch`, for its headers. */
  readonly response: Response;
  /** The request, for messages and logs. */
  readonly request: SentRequest;
}

/** The request of a response, for messages and logs. */
export interface SentRequest {
  /** The HTTP method. */
  readonly method: string;
  /** The complete URL. */
  readonly url: string;
}

type Refused<Status> = Status extends number ? (`${Status}` extends `${4 | 5}${string}` ? Status : never) : never;

/** JSON is typed by its schema; files are a stream of bytes. */
type BodyOf<Response> = Response extends { readonly content: infer Content }
  ? [Content[keyof Content]] extends [Blob]
    ? ReadableStream<Uint8Array>
    : Content[keyof Content]
  : undefined;

/** Any response of any operation. */
export interface AnyAnswer {
  readonly status: number;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
  readonly request?: SentRequest;
}

/** The data of responses with a status from 200 to 299. */
export type DataOf<A extends AnyAnswer> = A extends { readonly status: infer Status extends number }
  ? `${Status}` extends `2${string}`
    ? A['data']
    : never
  : never;

/** The described body of a failure. */
export type AnyProblem = NonNullable<AnswerOf<OperationId>['error']>;
