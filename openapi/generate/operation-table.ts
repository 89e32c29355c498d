/** The part of the contract that the client needs at run time. Small, because browsers load it. */
import type { ClientOperation } from './client-operations.ts';

export function operationTable(version: string, operations: readonly ClientOperation[]): string {
  return [
    '// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.',
    '',
    "import type { operations } from './api.ts';",
    '',
    '/** The version of the contract, and of the client. */',
    `export const version = ${JSON.stringify(version)};`,
    '',
    '/** An operation, as the client calls it and checks its responses. */',
    'export interface OperationFacts {',
    '    readonly method: string;',
    '    readonly path: string;',
    '    /** The names of the parameters in the query; those of the path are in it. */',
    '    readonly query?: readonly string[];',
    '    readonly headers?: readonly string[];',
    "    readonly body?: 'json' | 'form' | 'bytes';",
    '    /** True if a request may lack the body. */',
    '    readonly mayLackBody?: true;',
    "    /** The described statuses by the media type of their body ('' if there is none). */",
    '    readonly replies: Readonly<Record<string, readonly number[]>>;',
    '}',
    '',
    '/** The operations by their ids. */',
    'export const operationTable: Readonly<Record<keyof operations, OperationFacts>> = {',
    ...operations.map((operation) => `    ${operation.id}: ${JSON.stringify(factsOf(operation))},`),
    '};',
    '',
  ].join('\n');
}

function factsOf({ method, path, parameters, body, replies }: ClientOperation): object {
  const namesIn = (place: string): string[] | undefined => {
    const names = parameters.filter((parameter) => parameter.in === place).map(({ name }) => name);
    return names.length > 0 ? names : undefined;
  };
  const statuses: Record<string, number[]> = {};
  for (const { mediaType, status } of replies) (statuses[mediaType] ??= []).push(status);
  // Values that are undefined are not written.
  return {
    method,
    path,
    query: namesIn('query'),
    headers: namesIn('header'),
    body: body?.kind,
    mayLackBody: body?.isRequired === false ? true : undefined,
    replies: statuses,
  };
}
