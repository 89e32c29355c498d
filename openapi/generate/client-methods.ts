/** The types of the client's methods: one per operation, with documentation for editors. */
import type { BodyProperty, ClientOperation, DescribedReply } from './client-operations.ts';
import { classOfProblem, problemsIn } from './problem-classes.ts';

/**
 * Parameters of the path, the query and the headers and the properties of the body are one object. Throws if two of
 * them have the same name, or if a body has no named schema.
 */
export function clientMethods(operations: readonly ClientOperation[]): string {
  const inputs = operations.map((operation) => ({ operation, members: membersOf(operation) }));
  const text = [
    '/** The methods of the client, by the ids of the operations. `Options` are the options of a call. */',
    'export interface OperationMethods<Options> {',
    ...inputs.flatMap(({ operation, members }) => [
      comment(documentation(operation), 1),
      signature(operation, members),
    ]),
    '}',
    '',
    ...inputs
      .filter(({ members }) => members.length > 0)
      .flatMap(({ operation, members }) => parametersType(operation, members)),
  ].join('\n');
  const imported = operations
    .flatMap(({ replies, body }) => [...replies.filter(isSuccess).map(({ schema }) => schema), body?.schema])
    .filter((name) => name !== undefined && new RegExp(`\\b${name}\\b`).test(text));
  return [
    '// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.',
    '',
    `import type { ${[...new Set(imported), 'operations'].sort().join(', ')} } from './api.ts';`,
    '',
    text,
  ].join('\n');
}

interface Member {
  readonly name: string;
  readonly isRequired: boolean;
  readonly description: string;
  readonly type: string;
}

function membersOf(operation: ClientOperation): readonly Member[] {
  const { id, parameters, body } = operation;
  const given = parameters.map(({ name, in: place, required = false, description = '' }) => {
    const isDefaulted = place === 'path' && name === 'organization';
    return {
      name,
      isRequired: required && !isDefaulted,
      description: isDefaulted ? `${description} By default the one of the client.` : description,
      type: `NonNullable<operations[${JSON.stringify(id)}]["parameters"]["${place}"]>[${JSON.stringify(name)}]`,
    };
  });
  const members = [...given, ...(body?.properties ?? []).map((property) => memberOfBody(operation, property))];
  const names = members.map(({ name }) => name.toLowerCase());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new Error(`${id} has two parameters or properties named ${twice}. Rename one of them.`);
  if (body && body.properties.length === 0) throw new Error(`The body of ${id} has no properties. Describe them.`);
  return members.toSorted((one, other) => Number(other.isRequired) - Number(one.isRequired));
}

function memberOfBody({ id, body }: ClientOperation, { name, isRequired, description }: BodyProperty): Member {
  if (body?.schema === undefined) throw new Error(`The body of ${id} has no named schema. Use a reference.`);
  return {
    name,
    isRequired: isRequired && body.isRequired,
    description,
    type: `${body.schema}[${JSON.stringify(name)}]`,
  };
}

function signature({ id, replies }: ClientOperation, members: readonly Member[]): string {
  const isOptional = members.every(({ isRequired }) => !isRequired);
  const parameters =
    members.length === 0
      ? 'parameters?: Readonly<Record<string, never>>'
      : `parameters${isOptional ? '?' : ''}: ${typeName(id)}`;
  const results = [...new Set(replies.filter(isSuccess).map((reply) => resultOf(id, reply)))];
  return `    ${id}(${parameters}, options?: Options): Promise<${results.join(' | ')}>;`;
}

function resultOf(id: string, { mediaType, schema, isList }: DescribedReply): string {
  if (mediaType === '') return 'void';
  if (!mediaType.endsWith('json')) return 'ReadableStream<Uint8Array>';
  if (schema === undefined) throw new Error(`A response of ${id} has no named schema. Use a reference.`);
  return isList ? `readonly ${schema}[]` : schema;
}

function parametersType({ id }: ClientOperation, members: readonly Member[]): readonly string[] {
  return [
    comment([`The parameters of \`${id}\`.`], 0),
    `export interface ${typeName(id)} {`,
    ...members.flatMap(({ name, isRequired, description, type }) => [
      comment([description], 1),
      `    readonly ${/^\w+$/.test(name) ? name : JSON.stringify(name)}${isRequired ? '' : '?'}: ${type}${isRequired ? '' : ' | undefined'};`,
    ]),
    '}',
    '',
  ];
}

function documentation(operation: ClientOperation): readonly string[] {
  const { method, path, summary, description, scopes, conditionalScopes, replies } = operation;
  const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' and ');
  const needed =
    scopes === undefined
      ? 'No token is needed.'
      : scopes.length === 0
        ? 'Any valid token is enough.'
        : `Needs the scope${scopes.length > 1 ? 's' : ''} ${quoted(scopes)}.`;
  const more = conditionalScopes.length > 0 ? ' Some requests need more scopes.' : '';
  const statuses = replies.filter((reply) => !isSuccess(reply)).flatMap(failuresOf);
  return [summary, description, `${needed}${more}`, `Throws ${statuses.join(', ')}.`, `\`${method} ${path}\``];
}

function failuresOf({ status, examples }: DescribedReply): readonly string[] {
  const classes = [...new Set(problemsIn(examples).map(({ type }) => classOfProblem(type)))];
  return classes.length === 0 ? [`\`LarderError\` (${status})`] : classes.map((name) => `\`${name}\` (${status})`);
}

function isSuccess({ status }: DescribedReply): boolean {
  return status >= 200 && status < 300;
}

function typeName(id: string): string {
  return `${id.charAt(0).toUpperCase()}${id.slice(1)}Parameters`;
}

function comment(paragraphs: readonly string[], depth: number): string {
  const indent = '    '.repeat(depth);
  const texts = paragraphs.map((text) => text.trim().replaceAll('*/', '*\\/')).filter((text) => text !== '');
  const lines = texts.flatMap((text, index) => [...(index === 0 ? [] : ['']), ...text.split('\n')]);
  if (lines.length === 1) return `${indent}/** ${lines[0]} */`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}
