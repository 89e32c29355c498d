/**
 * The places of a bundled description where mutants can be made: its schemas, responses, headers, parameters and
 * operations.
 */
import type { OpenApiDocument } from '../../src/contract/description.ts';

export type PlaceKind =
  'schema' | 'operation' | 'replies' | 'headers' | 'header' | 'parameter' | 'request body' | 'content';

export interface Place {
  readonly kind: PlaceKind;
  /** The steps from the root of the description to here. */
  readonly at: readonly string[];
  readonly node: Node;
}

export type Node = Readonly<Record<string, unknown>>;

/** References are not followed: what they lead to is a place of its own, once. */
export function placesOf(document: OpenApiDocument): Place[] {
  const components = Object.entries(document.components ?? {}).flatMap(([kind, named]) =>
    entries(named).flatMap(([name, node]) => component(kind, ['components', kind, name], node)),
  );
  return [...components, ...entries(document.paths).flatMap(([path, item]) => pathItem(['paths', path], item))];
}

/** The node at some steps, to be changed. Throws where there is none. */
export function nodeAt(root: unknown, at: readonly string[]): Record<string, unknown> {
  const node = at.reduce<unknown>((value, step) => (isNode(value) ? value[step] : undefined), root);
  if (!isNode(node)) throw new Error(`Nothing is at ${at.join('/')}.`);
  return node;
}

function component(kind: string, at: readonly string[], node: Node): Place[] {
  switch (kind) {
    case 'schemas':
      return schema(at, node);
    case 'responses':
      return reply(at, node);
    case 'headers':
      return valued('header', at, node);
    case 'parameters':
      return valued('parameter', at, node);
    case 'requestBodies':
      return requestBody(at, node);
    default:
      return [];
  }
}

const methods = ['get', 'put', 'post', 'delete', 'patch'];

function pathItem(at: readonly string[], item: Node): Place[] {
  const operations = entries(item).filter(([key]) => methods.includes(key));
  return [...parameters(at, item), ...operations.flatMap(([key, node]) => operation([...at, key], node))];
}

function operation(at: readonly string[], node: Node): Place[] {
  const replies = nodeOf(node['responses']);
  return [
    { kind: 'operation', at, node },
    ...parameters(at, node),
    ...requestBody([...at, 'requestBody'], node['requestBody']),
    { kind: 'replies', at: [...at, 'responses'], node: replies },
    ...entries(replies).flatMap(([status, one]) => reply([...at, 'responses', status], one)),
  ];
}

function parameters(at: readonly string[], { parameters = [] }: Node): Place[] {
  return entries(parameters).flatMap(([index, one]) => valued('parameter', [...at, 'parameters', index], one));
}

function requestBody(at: readonly string[], body: unknown): Place[] {
  if (!isNode(body) || '$ref' in body) return [];
  return [{ kind: 'request body', at, node: body }, ...content([...at, 'content'], body['content'])];
}

function reply(at: readonly string[], node: Node): Place[] {
  if ('$ref' in node) return [];
  const headers = nodeOf(node['headers']);
  return [
    { kind: 'headers', at: [...at, 'headers'], node: headers },
    ...entries(headers).flatMap(([name, one]) => valued('header', [...at, 'headers', name], one)),
    ...content([...at, 'content'], node['content']),
  ];
}

function content(at: readonly string[], media: unknown): Place[] {
  if (!isNode(media)) return [];
  const schemas = entries(media).flatMap(([type, one]) => schema([...at, type, 'schema'], one['schema']));
  return [{ kind: 'content', at, node: media }, ...schemas];
}

function valued(kind: 'header' | 'parameter', at: readonly string[], node: Node): Place[] {
  return '$ref' in node ? [] : [{ kind, at, node }, ...schema([...at, 'schema'], node['schema'])];
}

function schema(at: readonly string[], node: unknown): Place[] {
  if (!isNode(node) || '$ref' in node) return [];
  const inside = (keyword: string): Place[] => schema([...at, keyword], node[keyword]);
  const each = (keyword: string): Place[] =>
    entries(node[keyword]).flatMap(([name, one]) => schema([...at, keyword, name], one));
  return [
    { kind: 'schema', at, node },
    ...['items', 'additionalProperties'].flatMap(inside),
    ...['properties', 'allOf', 'anyOf', 'oneOf'].flatMap(each),
  ];
}

function entries(value: unknown): [string, Node][] {
  return Object.entries(value ?? {}).filter((entry): entry is [string, Node] => isNode(entry[1]));
}

function nodeOf(value: unknown): Node {
  return isNode(value) ? value : {};
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
