/** The implementation of all operations: it returns the requested example, or the best match. */
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { readDescription, type DescribedOperation, type OpenApiDocument } from '../contract/description.ts';
import { keyDescribing } from '../contract/media-types.ts';
import type { AnyReply, AnyOperation } from '../contract/operation.ts';
import { fillTemplate } from '../contract/path-template.ts';
import { heldReply, type FileConditions } from '../serving/file-reply.ts';
import { pageOfList } from '../api/page-of-list.ts';
import { linkHeader } from '../api/represent/page-links.ts';
import { createFitting, examplesOf } from './examples.ts';
import { fittingProblem } from './fitting-problem.ts';
import { createGenerator } from './generate/create-generator.ts';
import { readPreferences } from './preferences.ts';
import { createPrism } from './prism.ts';
import { createRequestedItems } from './requested-item.ts';

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
    generate: createGenerator(document, operation),
  }));
  const base = document.servers?.[0]?.url ?? '';
  const withItem = createRequestedItems(described.map(({ examples }) => examples));
  const fittingTo = (operation: DescribedOperation, path: AnyInput['path'], body: unknown): unknown =>
    withItem(operation, path, fittingProblem(operation, path, body));
  const fitting = createFitting(described.map(({ examples }) => examples));

  return Object.fromEntries(
    described.map(({ operation, examples, generate }) => [
      operation.id,
      async ({ path, query, headers }: AnyInput): Promise<AnyReply> => {
        const preferences = readPreferences(headers.prefer, examples);
        const { status, dynamic, applied } = preferences;
        const fits = (): string | undefined =>
          fitting(examples.get(status) ?? {}, { path: filledIn(operation, path), query });
        const example = preferences.example ?? fits();
        const url = base + filledIn(operation, path);
        const named = examples.get(status) ?? {};
        const generated =
          dynamic && status < 400
            ? generate({ ...preferences, examples: firstOf(named, example), path, query, url })
            : undefined;
        const shown = await prism(operation, { ...preferences, dynamic: dynamic && generated === undefined, example });
        const body = preferences.example === undefined ? fittingTo(operation, path, shown.body) : shown.body;
        const reply = { ...shown, body: generated ?? body };
        const whole = isBytes(operation, reply)
          ? download(reply, path['file'] ?? operation.id, headers)
          : await withPages(operation, withLinks(reply), query, url);
        if (preferences.wait > 0) await pause(preferences.wait, undefined, { ref: false });
        return applied === undefined
          ? whole
          : { ...whole, headers: { ...whole.headers, 'Preference-Applied': applied } };
      },
    ]),
  );
}

/** Returns the values of all examples, that with the name first. */
function firstOf(named: Readonly<Record<string, unknown>>, first: string | undefined): unknown[] {
  const names = Object.keys(named).sort((a, b) => Number(b === first) - Number(a === first));
  return names.map((name) => named[name]);
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

/** Returns the requested page of a list without links in its body, with links in the header, like the server. */
async function withPages(
  { replies }: DescribedOperation,
  reply: AnyReply,
  query: AnyInput['query'],
  url: string,
): Promise<AnyReply> {
  const { body } = reply;
  if (!Array.isArray(body) || !replies.get(reply.status)?.headers.has('link')) return reply;
  const { body: page, headers } = await pageOfList(
    Readable.from(body as unknown[]),
    query,
    (item: unknown) => item,
    (asked) => `${url}${Object.keys(asked).length === 0 ? '' : `?${new URLSearchParams(asked).toString()}`}`,
  );
  return { ...reply, body: page, headers: { ...reply.headers, ...headers } };
}

/** Returns the bytes of the example like the server; a partial response is unchanged. */
function download({ headers, ...reply }: AnyReply, name: string, conditions: FileConditions): AnyReply {
  const bytes = Buffer.from(String(reply.body));
  const { 'Last-Modified': date } = (headers ?? {}) as { readonly 'Last-Modified'?: string };
  // The contract has it on every file; other bytes are sent as they are.
  if (reply.status !== 200 || date === undefined) return { ...reply, headers: headers ?? {}, body: bytes };
  return heldReply(bytes, { name, lastModified: new Date(date) }, conditions);
}
