/** The classes of the client's errors: one per type of problem, typed by the body that the contract has for it. */
import type { ClientOperation, Description } from './client-operations.ts';

const prefix = 'urn:larder:problem:';

/** Returns the name of the class for a type of problem: `NotFoundError` for `urn:larder:problem:not-found`. */
export function classOfProblem(type: string): string {
  const words = type.slice(prefix.length).split('-');
  return `${words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('')}Error`;
}

/** The type of problem, title and status of an example. */
export interface ProblemExample {
  readonly type: string;
  readonly title: string;
  readonly status: number;
}

export function problemsIn(examples: readonly unknown[]): readonly ProblemExample[] {
  return examples.filter(
    (value): value is ProblemExample =>
      typeof value === 'object' && value !== null && 'type' in value && String(value.type).startsWith(prefix),
  );
}

export function problemClasses(description: Description, operations: readonly ClientOperation[]): string {
  const { ProblemType } = (description.components?.['schemas'] ?? {}) as Readonly<Record<string, { enum?: string[] }>>;
  const classes = (ProblemType?.enum ?? []).map((type) => problemClass(type, operations));
  const bodies = [...new Set(classes.map(({ body }) => body))].sort();
  return [
    '// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.',
    '',
    `import type { ${bodies.join(', ')} } from './api.ts';`,
    "import { LarderError } from '../src/client/larder-error.ts';",
    '',
    ...classes.map(({ name, body, comment }) =>
      [comment, `export class ${name} extends LarderError {`, `    declare readonly problem: ${body};`, '}\n'].join(
        '\n',
      ),
    ),
    '/** The classes by the types of their problems. */',
    'export const problemClasses: Readonly<Record<string, typeof LarderError>> = {',
    ...classes.map(({ type, name }) => `    ${JSON.stringify(type)}: ${name},`),
    '};',
    '',
  ].join('\n');
}

/** A type without an example is a plain problem: requests of this client do not cause it, or its status has another. */
function problemClass(type: string, operations: readonly ClientOperation[]) {
  const replies = operations
    .flatMap(({ replies }) => replies)
    .filter(({ examples }) => problemsIn(examples).some((example) => example.type === type));
  const bodies = [...new Set(replies.map(({ schema = 'Problem' }) => schema))];
  const example = replies.flatMap(({ examples }) => problemsIn(examples)).find((shown) => shown.type === type);
  const name = classOfProblem(type);
  const title = example === undefined ? '' : `${example.title} (${example.status}): `;
  return { type, name, body: bodies.join(' | ') || 'Problem', comment: `/** ${title}\`${type}\`. */` };
}
