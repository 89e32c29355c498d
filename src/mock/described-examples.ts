/** All responses and request bodies in the examples of a description. */
import { follow, type DescribedOperation, type OpenApiDocument, type Schema } from '../contract/description.ts';

export interface ShownReply {
  readonly status: number;
  /** Undefined if there is no body. */
  readonly type: string | undefined;
  readonly schema: Schema;
  /** The name of the example; undefined if there is none. */
  readonly example: string | undefined;
  readonly value: unknown;
}

export interface ShownBody {
  readonly type: string;
  readonly example: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Returns all named examples of all responses. Responses and media types without examples are included once. */
export function shownReplies(document: OpenApiDocument, operation: DescribedOperation): ShownReply[] {
  return Object.entries(operationObject(document, operation).responses).flatMap(([key, response]) => {
    const status = Number(key);
    const media = Object.entries(follow<WithContent>(document, response).content ?? {});
    if (media.length === 0) return [{ status, type: undefined, schema: {}, example: undefined, value: undefined }];
    return media.flatMap(([type, { schema = {}, examples }]): ShownReply[] => {
      const named = Object.entries(examples ?? {}).map(([example, shown]) => {
        const { value } = follow<Shown>(document, shown);
        return { status, type, schema, example, value };
      });
      return named.length > 0 ? named : [{ status, type, schema, example: undefined, value: undefined }];
    });
  });
}

export function shownBodies(document: OpenApiDocument, operation: DescribedOperation): ShownBody[] {
  const { content = {} } = follow<WithContent>(document, operationObject(document, operation).requestBody ?? {});
  return Object.entries(content).flatMap(([type, { examples = {} }]) =>
    Object.entries(examples).map(([example, shown]) => {
      const { value } = follow<Shown>(document, shown);
      // The linter requires that bodies are objects.
      return { type, example, value: value as ShownBody['value'] };
    }),
  );
}

/** Returns the examples of parameters, by name. */
export function shownParameters(
  document: OpenApiDocument,
  operation: DescribedOperation,
): Readonly<Record<string, string>> {
  const item = document.paths[operation.path] as { readonly parameters?: readonly unknown[] };
  const all = [...(item.parameters ?? []), ...(operationObject(document, operation).parameters ?? [])];
  return Object.fromEntries(
    all.map((parameter) => {
      const { name, example = '' } = follow<{ name: string; example?: unknown }>(document, parameter);
      return [name, String(example)];
    }),
  );
}

interface OperationObject {
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
}

interface WithContent {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema; readonly examples?: object }>>;
}

interface Shown {
  readonly value: unknown;
}

function operationObject(document: OpenApiDocument, { path, method }: DescribedOperation): OperationObject {
  // The document was read as a description, so the operation exists.
  return document.paths[path]?.[method.toLowerCase()] as OperationObject;
}
