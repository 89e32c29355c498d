/**
 * The types of implementations of operations, derived from the generated types: a missing operation, an undeclared
 * status, a wrong body or a missing header does not compile.
 */
import type { JsonStream } from './replies/json-stream.ts';
import type { JsonText } from './replies/json-text.ts';
import type { StandingHeader } from './replies/standing-headers.ts';
import type { RequestIdHeader } from './request-id.ts';
import type { Staged, Upload } from './bodies/upload.ts';

/** The types that the server passes to a contract: the caller, and the values of path parameters. */
export interface Env {
  readonly caller: unknown;
  /** The resolved resources, by the name of the path parameter. */
  readonly found: object;
  /** The dependencies of operations, such as the registry's storage. */
  readonly context: unknown;
  /** A staged uploaded file. */
  readonly staged: Staged;
}

/** One function for every operation of a description. */
export type Operations<Described, Defaults, S extends Env> = {
  readonly [Id in keyof Described]: Operation<Described[Id], DefaultedNames<Defaults, Id>, S>;
};

/** Returns a 2xx or 3xx of its contract, or throws a `Failure`. */
export type Operation<O, Defaulted extends PropertyKey, S extends Env> = (
  input: Input<O, Defaulted, S>,
  context: S['context'],
) => Reply<O> | Promise<Reply<O>>;

// The input of an operation
// --------------------------------------------------------------------------------------------

/** A valid request. */
export type Input<O, Defaulted extends PropertyKey, S extends Env> = AllowedRequest<O, Defaulted, S> &
  ConditionalScopes<O>;

interface AllowedRequest<O, Defaulted extends PropertyKey, S extends Env> {
  readonly path: ParametersIn<O, 'path'>;
  readonly query: Present<ParametersIn<O, 'query'>, Defaulted>;
  /** By lower-case name, like in Node. */
  readonly headers: LowerCase<ParametersIn<O, 'header'>>;
  readonly body: Body<O, S>;
  /**
   * The resources of the path parameters and of the query parameters with `x-resolves`, resolved before the body is
   * read. The caller has access to them.
   */
  readonly found: Pick<S['found'], keyof ParametersIn<O, 'path'> & keyof S['found']> & FoundByQuery<O, S>;
  /**
   * Returns the caller. Throws `unauthenticated` if the contract allows anonymous callers and the request is anonymous.
   */
  readonly requireCaller: () => S['caller'];
  readonly client: () => Client;
}

export interface Client {
  /** The same for all requests of a client: the id of its caller, otherwise its address. */
  readonly id: string;
  /** The same object for all requests of a connection, which a proxy may use for several clients. */
  readonly connection: object;
  /** False for HEAD (RFC 9110, section 9.3.2). */
  readonly getsContent: boolean;
}

/** Undefined for an absent optional parameter. */
type FoundByQuery<O, S extends Env> = O extends { 'x-resolves': infer R }
  ? { readonly [K in keyof R]: S['found'][NonNullable<R[K]> & keyof S['found']] }
  : unknown;

/** Throws `missing-scope` if the caller lacks one of the scopes. Accepts only the scopes that the contract lists. */
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

/** Parameters with a default are never absent. */
type Present<Query, Names extends PropertyKey> = Flat<
  Query & { [K in keyof Query & Names]-?: Exclude<Query[K], undefined> }
>;

type LowerCase<Headers> = { readonly [K in keyof Headers as Lowercase<K & string>]: Headers[K] };

type Body<O, S extends Env> = O extends { requestBody: infer B }
  ? BodyOf<B, S>
  : O extends { requestBody?: infer B }
    ? BodyOf<Exclude<B, undefined>, S> | undefined
    : undefined;

type BodyOf<B, S extends Env> = B extends { content: infer C } ? Received<C[keyof C], S> : never;

/** Bytes are an `Upload`, at any depth: `Blob` for those in a form or a whole body, `Base64` for those in JSON. */
type Received<T, S extends Env> = unknown extends T
  ? T
  : T extends Blob
    ? Upload<S['staged']>
    : T extends string
      ? 'contentEncoding' extends keyof T
        ? Upload<S['staged']>
        : T
      : { readonly [K in keyof T]: Received<T[K], S> };

/** The checks of requests before their body is received, for some operations. */
export type HeadChecks<Described, Defaults, S extends Env> = {
  readonly [Id in keyof Described]?: HeadCheck<Described[Id], DefaultedNames<Defaults, Id>, S>;
};

/**
 * Checks a valid request before any of its body is received. Throws a `Failure` to reject it, such as a piece of an
 * upload that does not begin where the last one ends. Not called if the request has no body. Others may change the
 * resources while the body arrives, so the operation must check them again.
 */
export type HeadCheck<O, Defaulted extends PropertyKey, S extends Env> = (
  input: Omit<AllowedRequest<O, Defaulted, S>, 'body'>,
  context: S['context'],
) => void | Promise<void>;

/** The checks of forms before their file is received, for some operations. */
export type FormChecks<Described, S extends Env> = {
  readonly [Id in keyof Described]?: FormCheck<Described[Id], S>;
};

/**
 * Checks the text parts that precede the first file of a form, before any of its bytes are staged. Throws a
 * `Failure` to reject the request. Not called for a form without a file. Text parts after the file are ignored,
 * so that the operation gets exactly the values that were checked.
 */
export type FormCheck<O, S extends Env> = (
  input: Pick<Input<O, never, S>, 'found'> & {
    readonly body: TextParts<FormOf<O>>;
    /** The client's name for the file, as it was sent. */
    readonly fileName: string;
  },
  context: S['context'],
) => void | Promise<void>;

type FormOf<O> = O extends { requestBody: { content: { 'multipart/form-data': infer F } } } ? F : never;

type TextParts<T> = { readonly [K in keyof T as NonNullable<T[K]> extends Blob | readonly Blob[] ? never : K]: T[K] };

// The result of an operation
// -------------------------------------------------------------------------------------------

export type Reply<O> = O extends { responses: infer R } ? { [S in Success<R>]: ReplyOf<S, R[S]> }[Success<R>] : never;

/** 2xx and 3xx. Failures are thrown, because in this union they would make the compiler's messages unreadable. */
type Success<R> = {
  [S in keyof R]: S extends number ? (`${S}` extends `2${string}` | `3${string}` ? S : never) : never;
}[keyof R];

type ReplyOf<S, R> = Flat<{ readonly status: S } & HeadersOf<R> & ContentOf<R>>;

type HeadersOf<R> = R extends { headers: infer H }
  ? Named<H> extends infer N
    ? Partial<N> extends N
      ? { readonly headers?: N }
      : { readonly headers: N }
    : never
  : unknown;

/**
 * Without openapi-typescript's `[name: string]: unknown`. What the glue or the service sets, operations may set, but for
 * the id of a request. The service sets headers with a single value.
 */
type Named<H> = {
  [K in keyof H as string extends K ? never : K extends RequestIdHeader | SetElsewhere<H, K> ? never : K]: H[K];
} & {
  [K in keyof H as string extends K ? never : K extends SetElsewhere<H, K> ? K : never]?: H[K];
};

type SetElsewhere<H, K extends keyof H> = K extends StandingHeader ? K : IsSingle<H[K]> extends true ? K : never;

type IsSingle<T> = [T] extends [string] ? (string extends T ? false : IsUnion<T> extends true ? false : true) : false;

/** The media type is required only if the contract has several. */
type ContentOf<R> = R extends { content: infer C }
  ? [keyof C] extends [never]
    ? { readonly body?: undefined }
    : IsUnion<keyof C> extends true
      ? { [M in keyof C]: { readonly type: TypeIn<M>; readonly body: Content<C[M]> } }[keyof C]
      : keyof C extends `${string}/*`
        ? { readonly type: TypeIn<keyof C>; readonly body: Content<C[keyof C]> }
        : { readonly body: Content<C[keyof C]> }
  : { readonly body?: undefined };

/** The media types of a key: itself, or those of a range. */
export type TypeIn<M> = M extends '*/*' ? `${string}/${string}` : M extends `${infer T}/*` ? `${T}/${string}` : M;

export type Content<T> = [T] extends [Blob] ? Bytes : T | JsonText<T> | JsonStream<T>;

/** Bytes in memory, or a function that opens a stream, which is not called for HEAD. */
export type Bytes = Uint8Array | (() => Promise<Uint8Array | AsyncIterable<Uint8Array>>);

type IsUnion<T, U = T> = T extends unknown ? ([U] extends [T] ? false : true) : never;

type Flat<T> = { [K in keyof T]: T[K] };

// The untyped view of the glue
// -----------------------------------------------------------------------------------------

/** An operation for the glue. The types above guarantee that its input and its result match the contract. */
export type AnyOperation = (input: never, context: never) => AnyReply | Promise<AnyReply>;

/** A check of a request before its body, for the glue. */
export type AnyHeadCheck = (input: never, context: never) => void | Promise<void>;

/** A check of a form for the glue. */
export type AnyFormCheck = (input: never, context: never) => void | Promise<void>;

export interface AnyReply {
  readonly status: number;
  /** The reason phrase, if it is not the default. */
  readonly reason?: string;
  readonly type?: string;
  readonly headers?: object;
  readonly body?: unknown;
}
