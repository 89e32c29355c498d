/** Returns a response as one of those that the contract describes, or throws. */
import type { OperationFacts } from '../../generated/operations.ts';
import type { AnyAnswer } from './answer.ts';
import { UnexpectedAnswer } from './errors.ts';

/** The result of openapi-fetch with `parseAs: 'stream'`: an unread body for a success, a parsed one for a failure. */
export interface Unread {
  readonly data?: ReadableStream<Uint8Array> | null;
  readonly error?: unknown;
  readonly response: Response;
}

export async function readAnswer(operation: OperationFacts, unread: Unread): Promise<AnyAnswer> {
  const { response } = unread;
  const { status } = response;
  const type = describedType(operation, status);
  if (type === undefined) throw await unexpected(unread);
  if (type === '') return { status, response };
  const [given] = (response.headers.get('content-type') ?? '').split(';');
  if (!describes(type, given?.trim().toLowerCase() ?? '')) throw await unexpected(unread);
  if (!response.ok) {
    // Already parsed, if it is valid JSON.
    if (typeof unread.error !== 'object' || unread.error === null) throw await unexpected(unread);
    return { status, error: unread.error, response };
  }
  if (!type.endsWith('json')) return { status, data: unread.data ?? emptyStream(), response };
  return { status, data: await readJson(unread), response };
}

/** Whether a described media type, or range of them, is that of a response (RFC 9110, section 12.5.1). */
export function describes(described: string, given: string): boolean {
  if (described === '*/*') return given !== '';
  return described.endsWith('/*') ? given.startsWith(described.slice(0, -1)) : given === described;
}

/** (The Blob of jsdom has no stream.) */
function emptyStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.close() });
}

function describedType({ replies }: OperationFacts, status: number): string | undefined {
  return Object.entries(replies).find(([, statuses]) => statuses.includes(status))?.[0];
}

async function readJson({ data, response }: Unread): Promise<unknown> {
  const text = await new Response(data ?? null).text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UnexpectedAnswer(response, startOf(text));
  }
}

async function unexpected({ data, error, response }: Unread): Promise<UnexpectedAnswer> {
  const read = typeof error === 'string' ? error : JSON.stringify(error);
  return new UnexpectedAnswer(response, startOf(data ? await firstPiece(data) : (read ?? '')));
}

/** Reads only the beginning, because an unexpected body may be endless. */
async function firstPiece(stream: ReadableStream<Uint8Array>): Promise<string> {
  const reader = stream.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value);
}

function startOf(text: string): string {
  return text.slice(0, 500);
}
