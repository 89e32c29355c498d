/** One implementation for all operations of the contract: the example that is asked for, or that fits best. */
import { readDescription, type DescribedOperation, type OpenApiDocument } from '../contract/description.ts';
import { keyDescribing } from '../contract/media-types.ts';
import type { AnyAnswer, AnyOperation } from '../contract/operation.ts';
import { fillTemplate } from '../contract/path-template.ts';
import { heldAnswer, type FileConditions } from '../serving/file-reply.ts';
import { linkHeader } from '../api/represent/page-links.ts';
import { createFitting, examplesOf } from './examples.ts';
import { readPreferences } from './preferences.ts';
import { createPrism } from './prism.ts';

/** What the glue hands to an operation, whichever it is. */
interface AnyInput {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: FileConditions & { readonly prefer?: string };
}

export async function createMockOperations(document: OpenApiDocument): Promise<Record<string, AnyOperation>> {
  const prism = await createPrism(document);
  const described = readDescription(document).operations.map((operation) => ({
    operation,
    examples: examplesOf(document, operation),
  }));
  const fitting = createFitting(described.map(({ examples }) => examples));

  return Object.fromEntries(
    described.map(({ operation, examples }) => [
      operation.id,
      async ({ path, query, headers }: AnyInput): Promise<AnyAnswer> => {
        const preferences = readPreferences(headers.prefer, examples);
        const { status, dynamic } = preferences;
        const fits = (): string | undefined =>
          fitting(examples.get(status) ?? {}, { path: filledIn(operation, path), query });
        const example = preferences.example ?? (dynamic ? undefined : fits());
        const answer = await prism(operation, { ...preferences, example });
        return isBytes(operation, answer) ? download(answer, path['file'] ?? operation.id, headers) : withLinks(answer);
      },
    ]),
  );
}

function filledIn({ path, parameters }: DescribedOperation, values: AnyInput['path']): string {
  const spanning = new Set(parameters.filter(({ spansSegments }) => spansSegments).map(({ name }) => name));
  return fillTemplate(
    path,
    (name) => values[name] ?? '',
    (name) => spanning.has(name),
  );
}

function isBytes({ answers }: DescribedOperation, { status, type }: AnyAnswer): boolean {
  const { content } = answers.get(status) ?? {};
  const key = content && type !== undefined ? keyDescribing(content, type) : undefined;
  return key !== undefined && content?.get(key) === undefined;
}

/** The header's own example can belong to one page only, so a body that has links has those of the header too. */
function withLinks(answer: AnyAnswer): AnyAnswer {
  if (!answer.headers || !('Link' in answer.headers)) return answer;
  const { links } = answer.body as { readonly links?: Parameters<typeof linkHeader>[0] };
  return links === undefined ? answer : { ...answer, headers: { ...answer.headers, Link: linkHeader(links) } };
}

/** The example's bytes as the server would answer them; a part of them as it is. */
function download({ headers, ...answer }: AnyAnswer, name: string, conditions: FileConditions): AnyAnswer {
  const bytes = Buffer.from(String(answer.body));
  const { 'Last-Modified': date } = (headers ?? {}) as { readonly 'Last-Modified'?: string };
  // The contract has it on every file; other bytes are sent as they are.
  if (answer.status !== 200 || date === undefined) return { ...answer, headers: headers ?? {}, body: bytes };
  return heldAnswer(bytes, { name, lastModified: new Date(date) }, conditions);
}
