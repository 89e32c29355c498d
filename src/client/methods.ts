/** The types of `client.GET` and the other methods: paths, parameters, bodies and responses. */
import type { ParamsOption, RequestBodyOption } from 'openapi-fetch';
import type { operations, paths } from '../../generated/api.ts';
import type { Answer } from './answer.ts';
import type { CallOptions } from './options.ts';
import type { RawBody } from './raw-body.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The operation of a path and a method; never if there is none. */
export type OperationAt<Path extends keyof paths, M extends Method> = paths[Path] extends {
  readonly [Key in Lowercase<M>]: infer Operation;
}
  ? Operation
  : never;

/** The paths that support a method. */
export type PathsWith<M extends Method> = {
  [Path in keyof paths]: [OperationAt<Path, M>] extends [never] ? never : Path;
}[keyof paths];

/**
 * The input of a call: `params` and `body`, as the operation describes them. Optional values may also be undefined,
 * even with `exactOptionalPropertyTypes`; they are not sent.
 */
export type Init<Operation> = Lenient<ParamsOption<Operation> & RequestBodyOption<Operation>, Operation> & CallOptions;

/** Also inside `params`. Bodies are flat objects. */
type Lenient<Options, Operation> = OrUndefined<{
  [Key in keyof Options]: Key extends 'params'
    ? Nested<Options[Key]>
    : Key extends 'body'
      ? Body<Options[Key], Operation>
      : Options[Key];
}>;

/** Bytes of any kind if the whole body is bytes. The fields of a form have types of their own. */
type Body<Described, Operation> = [ContentOf<Operation>] extends [Blob] ? RawBody : OrUndefined<Described>;

/** In the types of openapi-fetch, a Blob is any object that looks like one. */
type ContentOf<Operation> = Operation extends { readonly requestBody?: infer Described }
  ? NonNullable<Described> extends { readonly content: infer Content }
    ? Content[keyof Content]
    : unknown
  : unknown;

type Nested<Params> = Params extends object ? OrUndefined<{ [In in keyof Params]: OrUndefined<Params[In]> }> : Params;

/** Adds undefined to the values of all optional properties. */
type OrUndefined<T> = T extends object
  ? { [Key in keyof T]: object extends Pick<T, Key> ? T[Key] | undefined : T[Key] }
  : T;

/** Optional if none of its properties is required. */
type InitArguments<Operation> =
  CallOptions extends Init<Operation> ? [init?: Init<Operation>] : [init: Init<Operation>];

/** Calls the operation at a path. Resolves to one of the described responses, else rejects. */
export type Call<M extends Method> = <Path extends PathsWith<M>>(
  path: Path,
  ...init: InitArguments<OperationAt<Path, M>>
) => Promise<Answer<OperationAt<Path, M>>>;

/** The parameters of an operation's path. */
export type PathOf<Id extends keyof operations> = operations[Id]['parameters'] extends { readonly path: infer Path }
  ? Path
  : never;
