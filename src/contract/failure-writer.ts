/** The type of functions that write the failures of a service, derived from the generated types of its description. */
import type { Content, TypeIn } from './operation.ts';
import type { FailureDetails, problemType } from './replies/problems.ts';
import type { FailureReply, RequestFacts } from './replies/service-replies.ts';

/**
 * A `WriteFailure` that returns only failures in the description of the operations. Another status, media type or body
 * does not compile.
 */
export type FailureWriter<Described> = (
  failure: FailureDetails,
  request: RequestFacts,
) => Omit<FailureReply, 'status' | 'type' | 'body'> & FailureOf<Described[keyof Described]>;

type FailureOf<O> = O extends { responses: infer R } ? { [S in Failed<R>]: FailureContent<S, R[S]> }[Failed<R>] : never;

/** 4xx and 5xx. */
type Failed<R> = {
  [S in keyof R]: S extends number ? (`${S}` extends `4${string}` | `5${string}` ? S : never) : never;
}[keyof R];

type FailureContent<S, R> = R extends { content: infer C }
  ? { [M in keyof C]: { readonly status?: S; readonly type: TypeIn<M>; readonly body: Written<M, C[M]> } }[keyof C]
  : never;

/** The glue adds the id of the request to a problem. */
type Written<M, T> = M extends typeof problemType ? WithoutId<T> : Content<T>;

type WithoutId<T> = T extends unknown ? Omit<T, 'request_id'> : never;
