/**
 * The types of what implements an operation, all derived from the generated types: a missing operation, an undeclared
 * status, a wrong body or a missing header does not compile.
 */
import type { JsonText } from './replies/json-text.ts';
import type { StandingHeader } from './replies/standing-headers.ts';
import type { RequestIdHeader } from './request-id.ts';
import type { Staged, Upload } from './bodies/upload.ts';

/** What the parts of a contract that the server lends have to be: who calls, and what path parameters name. */
export interface Surroundings {
  readonly caller: unknown;
  /** By the name of the path parameter: the thing that it names. */
  readonly found: object;
  /** What operations work with, such as the registry's storage. */
  readonly context: unknown;
  /** What an uploaded file is staged as. */
  readonly staged: Staged;
}

/** One function for every operation of a description. */
export type Operations<Described, Defaults, S extends Surroundings> = {
  readonly [Id in keyof Described]: Operation<Described[Id], DefaultedNames<Defaults, Id>, S>;
};

/** Answers with a 2xx or 3xx of its contract; throws a `RegistryError` for everything else. */
export type Operation<O, Defaulted extends PropertyKey, S extends Surroundings> = (
  input: Input<O, Defaulted, S>,
  context: S['context'],
) => Answer<O> | Promise<Answer<O>>;

// What an operation gets -----------------------------------------------------------------------------------------------

/** A request that the contract allows. */
export type Input<O, Defaulted extends PropertyKey, S extends Surroundings> = AllowedRequest<O, Defaulted, S> &
  ConditionalScopes<O>;

interface AllowedRequest<O, Defaulted extends PropertyKey, S extends Surroundings> {
  readonly path: ParametersIn<O, 'path'>;
  readonly query: Present<ParametersIn<O, 'query'>, Defaulted>;
  /** By lower-case name, as Node has them. */
  readonly headers: LowerCase<ParametersIn<O, 'header'>>;
  readonly body: Body<O, S>;
  /**
   * What the path parameters name, and the parameters of the query with `x-resolves`: looked up, and seen to be visible to
   * the caller, before the body was read.
   */
  readonly found: Pick<S['found'], keyof ParametersIn<O, 'path'> & keyof S['found']> & FoundByQuery<O, S>;
  /** Who calls. Throws `unauthenticated` where the contract lets strangers in and a stranger it is. */
  readonly caller: () => S['caller'];
}

/** Optional parameters may name nothing. */
type FoundByQuery<O, S extends Surroundings> = O extends { 'x-resolves': infer R }
  ? { readonly [K in keyof R]: S['found'][NonNullable<R[K]> & keyof S['found']] }
  : unknown;

/** Throws `missing-scope` if the caller lacks one of the scopes. Only those that the contract lists for the operation. */
type ConditionalScopes<O> = O extends { 'x-conditional-scopes': infer Scope }
  ? { readonly requireScope: (...scopes: readonly Scope[]) => void }
  : unknown;

export type DefaultedNames<Defaults, Id> = Id extends keyof Defaults ? Defaults[Id] & PropertyKey : never;

type ParametersIn<O, Place extends string> = O extends { parameters: infer P }
  ? Place extends keyof P
    ? [Exclude<P[Place], undefined>] extends [never]
      ? unknown
      : Exclude<P[Place], undefined>
    : unknown
  : unknown;

/** The contract's defaults are filled in, so these are never absent. */
type Present<Query, Names extends PropertyKey> = Flat<
  Query & { [K in keyof Query & Names]-?: Exclude<Query[K], undefined> }
>;

type LowerCase<Headers> = { readonly [K in keyof Headers as Lowercase<K & string>]: Headers[K] };

type Body<O, S extends Surroundings> = O extends { requestBody: infer B }
  ? BodyOf<B, S>
  : O extends { requestBody?: infer B }
    ? BodyOf<Exclude<B, undefined>, S> | undefined
    : undefined;

type BodyOf<B, S extends Surroundings> = B extends { content: infer C } ? Received<C[keyof C], S> : never;

/** Bytes are an `Upload`, at any depth: `Blob` for those in a form or a whole body, `Base64` for those in JSON. */
type Received<T, S extends Surroundings> = unknown extends T
  ? T
  : T extends Blob
    ? Upload<S['staged']>
    : T extends string
      ? 'contentEncoding' extends keyof T
        ? Upload<S['staged']>
        : T
      : { readonly [K in keyof T]: Received<T[K], S> };

/** For some operations: what they check of a form before its file is received. */
export type FormChecks<Described, S extends Surroundings> = {
  readonly [Id in keyof Described]?: FormCheck<Described[Id], S>;
};

/**
 * Checks the text parts that precede the first file of a form, before any of its bytes are staged. Throws a
 * `RegistryError` to reject the request. Not called for a form without a file. Text parts after the file are ignored, so
 * that the operation gets exactly the values that were checked.
 */
export type FormCheck<O, S extends Surroundings> = (
  input: Pick<Input<O, never, S>, 'found'> & {
    readonly body: TextParts<FormOf<O>>;
    /** The client's name for the file, as sent. */
    readonly fileName: string;
  },
  context: S['context'],
) => void | Promise<void>;

type FormOf<O> = O extends { requestBody: { content: { 'multipart/form-data': infer F } } } ? F : never;

type TextParts<T> = { readonly [K in keyof T as NonNullable<T[K]> extends Blob | readonly Blob[] ? never : K]: T[K] };

// What an operation answers --------------------------------------------------------------------------------------------

export type Answer<O> = O extends { responses: infer R } ? { [S in Success<R>]: AnswerOf<S, R[S]> }[Success<R>] : never;

/** 2xx and 3xx. Errors are thrown: in this union they would only make the compiler's messages unreadable. */
type Success<R> = {
  [S in keyof R]: S extends number ? (`${S}` extends `2${string}` | `3${string}` ? S : never) : never;
}[keyof R];

type AnswerOf<S, R> = Flat<{ readonly status: S } & HeadersOf<R> & ContentOf<R>>;

type HeadersOf<R> = R extends { headers: infer H }
  ? Named<H> extends infer N
    ? Partial<N> extends N
      ? { readonly headers?: N }
      : { readonly headers: N }
    : never
  : unknown;

/** Without openapi-typescript's `[name: string]: unknown`. What the glue sets, operations may set, but for the id of a request. */
type Named<H> = {
  [K in keyof H as string extends K ? never : K extends StandingHeader | RequestIdHeader ? never : K]: H[K];
} & {
  [K in keyof H as K extends StandingHeader ? K : never]?: H[K];
};

/** The media type is named only where the contract leaves a choice. */
type ContentOf<R> = R extends { content: infer C }
  ? [keyof C] extends [never]
    ? { readonly body?: undefined }
    : IsUnion<keyof C> extends true
      ? { [M in keyof C]: { readonly type: TypeIn<M>; readonly body: Content<C[M]> } }[keyof C]
      : keyof C extends `${string}/*`
        ? { readonly type: TypeIn<keyof C>; readonly body: Content<C[keyof C]> }
        : { readonly body: Content<C[keyof C]> }
  : { readonly body?: undefined };

/** The media types that a key describes: itself, or those of a range. */
export type TypeIn<M> = M extends '*/*' ? `${string}/${string}` : M extends `${infer T}/*` ? `${T}/${string}` : M;

export type Content<T> = [T] extends [Blob] ? Bytes : T | JsonText<T>;

/** Bytes at hand, or a way to open a stream of them, which is not used for HEAD. */
export type Bytes = Uint8Array | (() => Promise<Uint8Array | AsyncIterable<Uint8Array>>);

type IsUnion<T, U = T> = T extends unknown ? ([U] extends [T] ? false : true) : never;

type Flat<T> = { [K in keyof T]: T[K] };

// What the glue sees of them -------------------------------------------------------------------------------------------

/** An operation as the glue calls it: the types above promise that what it gets and answers fits the contract. */
export type AnyOperation = (input: never, context: never) => AnyAnswer | Promise<AnyAnswer>;

/** A check of a form as the glue calls it. */
export type AnyFormCheck = (input: never, context: never) => void | Promise<void>;

export interface AnyAnswer {
  readonly status: number;
  /** The reason phrase, if it is not the usual one. */
  readonly reason?: string;
  readonly type?: string;
  readonly headers?: object;
  readonly body?: unknown;
}
