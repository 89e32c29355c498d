/** What a rule of ours is to Redocly, in the few types that rules need of it; Redocly publishes none with its CLI. */

/** Gives a new visitor for each description, so that what it remembers is of that description alone. */
export type Rule = () => Visitor;

/** By the kind of node, such as `Operation`: what is done there, or what is visited below it (then, `enter`, `leave`). */
export interface Visitor {
  readonly [kind: string]: Visit | Visitor;
}

/** Each visit names the kind of node that it is given; `never` lets it. */
type Visit = (node: never, context: Context) => void;

export interface Context {
  /** Where the node is in its parent, such as the status of a response. */
  readonly key: string | number;
  readonly location: Location;
  readonly report: (problem: { readonly message: string; readonly location?: Location }) => void;
  /** Follows a reference, by default from the file of the visited node. The location is that of what is found. */
  readonly resolve: <T>(node: T | Reference, from?: string) => { readonly node: T; readonly location: Location };
}

export interface Location {
  /** The file, with its text. */
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
  readonly 'x-conditional-scopes'?: readonly string[];
}

export type SecurityRequirement = Named<readonly string[]>;

export interface Parameter {
  readonly name?: string;
  readonly in?: string;
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

/** What stands in the way of a schema being anything else than a schema is the linter's `struct`, not ours. */
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

/** The types that a schema names; none where it leaves them open. */
export function typesOf({ type = [] }: Schema): readonly string[] {
  return typeof type === 'string' ? [type] : type;
}
