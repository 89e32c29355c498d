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
  ? { readonly status: Status; readonly data?: undefined; readonly error: Body; readonly response: Response }
  : [Body] extends [undefined]
    ? { readonly status: Status; readonly data?: undefined; readonly error?: undefined; readonly response: Response }
    : { readonly status: Status; readonly data: Body; readonly error?: undefined; readonly response: Response };

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
}

/** The data of responses with a status from 200 to 299. */
export type DataOf<A extends AnyAnswer> = A extends { readonly status: infer Status extends number }
  ? `${Status}` extends `2${string}`
    ? A['data']
    : never
  : never;

/** The described body of a failure. */
export type AnyProblem = NonNullable<AnswerOf<OperationId>['error']>;
