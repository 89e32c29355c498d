/** The types of `client.GET` and its like: which paths, what goes in, what comes out. */
import type { ParamsOption, RequestBodyOption } from 'openapi-fetch';
import type { operations, paths } from '../../generated/api.ts';
import type { Answer } from './answer.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The operation of a path under a method; never where there is none. */
export type OperationAt<Path extends keyof paths, M extends Method> = paths[Path] extends {
  readonly [Key in Lowercase<M>]: infer Operation;
}
  ? Operation
  : never;

/** The paths that have a method. */
export type PathsWith<M extends Method> = {
  [Path in keyof paths]: [OperationAt<Path, M>] extends [never] ? never : Path;
}[keyof paths];

/** What every call takes beside what its operation takes. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * What a call takes: `params` and `body` as the operation describes them. Whatever may be left out may also be undefined,
 * under `exactOptionalPropertyTypes` too: nothing is sent for it.
 */
export type Init<Operation> = Lenient<ParamsOption<Operation> & RequestBodyOption<Operation>> & CallOptions;

/** Also for what lies in `params`; bodies are objects of one level. */
type Lenient<Options> = OrUndefined<{
  [Key in keyof Options]: Key extends 'params'
    ? Nested<Options[Key]>
    : Key extends 'body'
      ? OrUndefined<Options[Key]>
      : Options[Key];
}>;

type Nested<Params> = Params extends object ? OrUndefined<{ [In in keyof Params]: OrUndefined<Params[In]> }> : Params;

/** Adds undefined to the values of all optional properties. */
type OrUndefined<T> = T extends object
  ? { [Key in keyof T]: object extends Pick<T, Key> ? T[Key] | undefined : T[Key] }
  : T;

/** May be left out where nothing in it is required. */
type InitArguments<Operation> =
  CallOptions extends Init<Operation> ? [init?: Init<Operation>] : [init: Init<Operation>];

/** Calls the operation at a path. Resolves to one of the described answers, else rejects. */
export type Call<M extends Method> = <Path extends PathsWith<M>>(
  path: Path,
  ...init: InitArguments<OperationAt<Path, M>>
) => Promise<Answer<OperationAt<Path, M>>>;

/** The parameters of an operation's path. */
export type PathOf<Id extends keyof operations> = operations[Id]['parameters'] extends { readonly path: infer Path }
  ? Path
  : never;
