/** The part of a description with the responses. */
interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly responses?: Readonly<Record<string, Answer>> };
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, Answer>>;
}

interface Answer {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, unknown>>;
}

/**
 * The part of the contract that the client needs at run time: for each operation the statuses by the media type of
 * their body, and the operations that take a form. Small, because browsers load it.
 */
export function describedAnswers(description: Described): string {
  const operations = Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter((entry): entry is [string, Operation] => isOperation(entry[1]))
      .map(([method, operation]) => ({ key: `${method.toUpperCase()} ${path}`, operation })),
  );
  const replies = operations.map(({ key, operation }) => [key, statusesByMediaType(operation, description)]);
  const forms = operations.filter(({ operation }) => 'multipart/form-data' in (operation.requestBody?.content ?? {}));
  return [
    '// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.',
    '',
    "/** The described statuses, by method and URL, then by the media type of their body ('' if there is none). */",
    'export const describedAnswers: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {',
    ...replies.map(([key, statuses]) => `    ${JSON.stringify(key)}: ${JSON.stringify(statuses)},`).sort(),
    '};',
    '',
    '/** The operations that take a form. */',
    `export const takesForm: readonly string[] = ${JSON.stringify(forms.map(({ key }) => key).sort())};`,
    '',
  ].join('\n');
}

function statusesByMediaType({ responses }: Operation, { components }: Described): Record<string, number[]> {
  const statuses: Record<string, number[]> = {};
  for (const [status, reply] of Object.entries(responses)) {
    const { content = {} } = components?.responses?.[reply.$ref?.split('/').at(-1) ?? ''] ?? reply;
    (statuses[Object.keys(content)[0] ?? ''] ??= []).push(Number(status));
  }
  return statuses;
}

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'operationId' in value;
}
