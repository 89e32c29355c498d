/** The types of Redocly that rules need. Redocly publishes none with its CLI. */

/** Returns a new visitor for each description, so that its state belongs to one description. */
export type Rule = () => Visitor;

/** By the kind of node, such as `Operation`: a function, or the visitors below it (with `enter` and `leave`). */
export interface Visitor {
  readonly [kind: string]: Visit | Visitor;
}

/** Each visit declares the type of its node, which `never` allows. */
type Visit = (node: never, context: Context) => void;

export interface Context {
  /** The key of the node in its parent, such as the status of a response. */
  readonly key: string | number;
  readonly location: Location;
  readonly report: (problem: { readonly message: string; readonly location?: Location }) => void;
  /** Follows a reference, by default from the file of the visited node. Returns the target and its location. */
  readonly resolve: <T>(node: T | Reference, from?: string) => { readonly node: T; readonly location: Location };
}

export interface Location {
  /** The file with its text. */
  readonly source: { readonly absoluteRef: string; readonly body: string };
  /** A JSON Pointer in the file; `#/` for the whole of it. */
  readonly pointer: string;
  readonly child: (path: string | number | readonly (string | number)[]) => Location;
}

export interface Reference {
  readonly $ref: string;
}

export interface Named<T> {
  readonly [name: string]: T;
}

export interface PathItem {
  readonly parameters?: readonly Parameter[];
}

export interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: unknown;
  readonly responses?: Named<unknown>;
  readonly security?: readonly SecurityRequirement[];
  readonly 'x-any-valid-token'?: boolean;
  readonly 'x-for-browsers'?: boolean;
  readonly 'x-conditional-scopes'?: readonly string[];
}

export type SecurityRequirement = Named<readonly string[]>;

export interface Parameter {
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowEmptyValue?: boolean;
  readonly content?: unknown;
  readonly 'x-spans-segments'?: boolean;
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: unknown;
  readonly 'x-resolves'?: string;
}

export interface Response {
  readonly description?: string;
  readonly content?: Named<MediaType>;
}

export interface MediaType {
  readonly schema?: Schema;
  readonly examples?: Named<Example>;
}

export interface Example {
  readonly value?: unknown;
}

/** The linter's `struct` checks that a schema is a schema. */
export interface Schema {
  readonly [keyword: string]: unknown;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly example?: unknown;
  readonly properties?: Named<Schema>;
  readonly patternProperties?: Named<Schema>;
  readonly required?: readonly string[];
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
  readonly oneOf?: readonly (Schema | Reference)[];
  readonly anyOf?: readonly (Schema | Reference)[];
}

/** Returns the types of a schema; an empty list if it has none. */
export function typesOf({ type = [] }: Schema): readonly string[] {
  return typeof type === 'string' ? [type] : type;
}
