/** Calls operations: by their ids with all parameters in one object, or by their method and path. */
import type { OperationMethods } from '../../generated/methods.ts';
import { operationTable, type OperationFacts } from '../../generated/operations.ts';
import type { AnyAnswer } from './answer.ts';
import { encoderOf, type Connection } from './connection.ts';
import { unwrap } from './errors.ts';
import type { CallOptions } from './options.ts';

/** Methods resolve to the body of the success, and reject with the error of the problem. */
export function operationMethods(
  connection: Connection,
  organization: string | undefined,
): OperationMethods<CallOptions> {
  const methods = Object.entries(operationTable).map(([id, operation]) => {
    const call = async (parameters: object = {}, options: CallOptions = {}): Promise<unknown> => {
      const { body, ...given } = sorted(id, operation, parameters, organization);
      const headers = { ...given.headers, ...options.headers };
      const answer = await connection(operation, {
        ...options,
        headers,
        params: { path: given.path, query: given.query },
        ...encoderOf(operation, body),
      });
      return unwrap<AnyAnswer>(answer);
    };
    return [id, call];
  });
  // The table and the types are generated from the same operations, and the connection checks responses against them.
  return Object.fromEntries(methods) as OperationMethods<CallOptions>;
}

interface Sorted {
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown> | undefined;
}

/** Throws a `TypeError` for a parameter that the operation does not have, and if the organization is missing. */
function sorted(id: string, operation: OperationFacts, parameters: object, organization: string | undefined): Sorted {
  const { path: url, query = [], headers = [], body, mayLackBody } = operation;
  const inPath = [...url.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const places = { path: {}, query: {}, headers: {}, body: {} } as Record<keyof Sorted, Record<string, unknown>>;
  for (const [name, value] of Object.entries({
    ...(inPath.includes('organization') && { organization }),
    ...defined(parameters),
  })) {
    places[placeOf(name)][name] = value;
  }
  if (inPath.includes('organization') && places.path['organization'] === undefined)
    throw new TypeError(`${id} needs the organization. Specify \`organization\` here, or for the client.`);
  const hasBody = body !== undefined && !(mayLackBody && Object.keys(places.body).length === 0);
  return { ...places, headers: texts(places.headers), body: hasBody ? places.body : undefined };

  function placeOf(name: string): keyof Sorted {
    if (inPath.includes(name)) return 'path';
    if (query.includes(name)) return 'query';
    if (headers.includes(name)) return 'headers';
    if (body !== undefined) return 'body';
    const names = [...inPath, ...query, ...headers].join(', ') || 'none';
    throw new TypeError(`${id} has no parameter ${JSON.stringify(name)}. Its parameters: ${names}.`);
  }
}

function defined(parameters: object): object {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
}

function texts(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

const byUrl = new Map(
  Object.values(operationTable).map((operation) => [`${operation.method} ${operation.path}`, operation]),
);

/** Throws a `TypeError` if there is no such operation. */
export function operationAt(method: string, path: string): OperationFacts {
  const operation = byUrl.get(`${method} ${path}`);
  if (!operation) throw new TypeError(`There is no operation ${method} ${path}. Use a path of the API's description.`);
  return operation;
}
