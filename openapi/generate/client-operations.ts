/** The operations of a description, as the client needs them: their parameters, bodies and responses, resolved. */

interface Schema {
  readonly $ref?: string;
  readonly type?: unknown;
  readonly format?: unknown;
  readonly description?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

interface Content {
  readonly [mediaType: string]: {
    readonly schema?: Schema;
    readonly examples?: Readonly<Record<string, { readonly $ref?: string; readonly value?: unknown }>>;
  };
}

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly description?: string;
}

interface Reply {
  readonly $ref?: string;
  readonly content?: Content;
}

interface DescribedOperation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly 'x-conditional-scopes'?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Reply>>;
}

/** The part of a bundled description that the client is generated from. */
export interface Description {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface ClientOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** Undefined without security: no token is needed. */
  readonly scopes: readonly string[] | undefined;
  readonly conditionalScopes: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  readonly replies: readonly DescribedReply[];
}

export interface Body {
  readonly kind: 'json' | 'form' | 'bytes';
  readonly isRequired: boolean;
  /** The name of its schema; undefined for bytes. */
  readonly schema: string | undefined;
  readonly properties: readonly BodyProperty[];
}

export interface BodyProperty {
  readonly name: string;
  readonly isRequired: boolean;
  readonly description: string;
}

export interface DescribedReply {
  readonly status: number;
  /** Empty without a body. */
  readonly mediaType: string;
  /** The name of the schema of the body, or of the items of the list that it is. */
  readonly schema: string | undefined;
  readonly isList: boolean;
  /** The values of its examples. */
  readonly examples: readonly unknown[];
}

/** In the order of their ids. */
export function clientOperations(description: Description): readonly ClientOperation[] {
  const resolved = <T extends { readonly $ref?: string }>(value: T): T => {
    const [, kind = '', name = ''] = /^#\/components\/([^/]+)\/([^/]+)$/.exec(value.$ref ?? '') ?? [];
    // The linter has checked that references lead to a value of the same kind.
    return (description.components?.[kind]?.[name] as T | undefined) ?? value;
  };
  return Object.entries(description.paths)
    .flatMap(([path, item]) =>
      Object.entries(item)
        .filter((entry): entry is [string, DescribedOperation] => isOperation(entry[1]))
        .map(([method, operation]) => {
          const shared = (item['parameters'] ?? []) as readonly Parameter[];
          return {
            id: operation.operationId,
            method: method.toUpperCase(),
            path,
            summary: operation.summary ?? '',
            description: operation.description ?? '',
            scopes: operation.security?.[0] && Object.values(operation.security[0]).flat(),
            conditionalScopes: operation['x-conditional-scopes'] ?? [],
            parameters: [...shared, ...(operation.parameters ?? [])].map(resolved),
            body: bodyOf(operation, resolved),
            replies: Object.entries(operation.responses).map(([status, reply]) =>
              replyOf(Number(status), resolved(reply), resolved),
            ),
          };
        }),
    )
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

type Resolve = <T extends { readonly $ref?: string }>(value: T) => T;

function bodyOf({ requestBody }: DescribedOperation, resolved: Resolve): Body | undefined {
  const [[mediaType, { schema = {} }] = ['', {}]] = Object.entries(requestBody?.content ?? {});
  if (!requestBody) return undefined;
  const { properties = {}, required = [], format } = resolved(schema);
  const kind = mediaType === 'multipart/form-data' ? 'form' : format === 'binary' ? 'bytes' : 'json';
  return {
    kind,
    isRequired: requestBody.required === true,
    schema: nameOf(schema),
    properties: Object.entries(properties).map(([name, property]) => ({
      name,
      isRequired: required.includes(name),
      description: property.description ?? resolved(property).description ?? '',
    })),
  };
}

function replyOf(status: number, { content = {} }: Reply, resolved: Resolve): DescribedReply {
  const types = Object.entries(content);
  // Without `Accept`, a server that has several representations sends its JSON.
  const [mediaType, { schema = {}, examples = {} }] = types.find(([type]) => type.endsWith('json')) ??
    types[0] ?? ['', {}];
  const isList = schema.type === 'array';
  return {
    status,
    mediaType,
    schema: nameOf(isList ? (schema.items ?? {}) : schema),
    isList,
    examples: Object.values(examples).map((example) => resolved(example).value),
  };
}

function nameOf({ $ref }: Schema): string | undefined {
  return $ref?.split('/').at(-1);
}

function isOperation(value: unknown): value is DescribedOperation {
  return typeof value === 'object' && value !== null && 'operationId' in value;
}
