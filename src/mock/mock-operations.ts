/** The implementation of all operations: it returns the requested example, or the best match. */
import { readDescription, type DescribedOperation, type OpenApiDocument } from '../contract/description.ts';
import { keyDescribing } from '../contract/media-types.ts';
import type { AnyReply, AnyOperation } from '../contract/operation.ts';
import { fillTemplate } from '../contract/path-template.ts';
import { heldReply, type FileConditions } from '../serving/file-reply.ts';
import { linkHeader } from '../api/represent/page-links.ts';
import { createFitting, examplesOf } from './examples.ts';
import { readPreferences } from './preferences.ts';
import { createPrism } from './prism.ts';

/** The input of any operation. */
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
      async ({ path, query, headers }: AnyInput): Promise<AnyReply> => {
        const preferences = readPreferences(headers.prefer, examples);
        const { status, dynamic } = preferences;
        const fits = (): string | undefined =>
          fitting(examples.get(status) ?? {}, { path: filledIn(operation, path), query });
        const example = preferences.example ?? (dynamic ? undefined : fits());
        const reply = await prism(operation, { ...preferences, example });
        return isBytes(operation, reply) ? download(reply, path['file'] ?? operation.id, headers) : withLinks(reply);
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

function isBytes({ replies }: DescribedOperation, { status, type }: AnyReply): boolean {
  const { content } = replies.get(status) ?? {};
  const key = content && type !== undefined ? keyDescribing(content, type) : undefined;
  return key !== undefined && content?.get(key) === undefined;
}

/** The header's example belongs to one page only, so for a body with links the header is built from them. */
function withLinks(reply: AnyReply): AnyReply {
  if (!reply.headers || !('Link' in reply.headers)) return reply;
  const { links } = reply.body as { readonly links?: Parameters<typeof linkHeader>[0] };
  return links === undefined ? reply : { ...reply, headers: { ...reply.headers, Link: linkHeader(links) } };
}

/** Returns the bytes of the example like the server; a partial response is unchanged. */
function download({ headers, ...reply }: AnyReply, name: string, conditions: FileConditions): AnyReply {
  const bytes = Buffer.from(String(reply.body));
  const { 'Last-Modified': date } = (headers ?? {}) as { readonly 'Last-Modified'?: string };
  // The contract has it on every file; other bytes are sent as they are.
  if (reply.status !== 200 || date === undefined) return { ...reply, headers: headers ?? {}, body: bytes };
  return heldReply(bytes, { name, lastModified: new Date(date) }, conditions);
}
