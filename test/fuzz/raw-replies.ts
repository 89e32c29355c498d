/** Sends bytes on a connection of their own, reads the response, and checks it. */
import { openConnection } from '../bad-input/raw-connection.ts';
import { createSchemaCompiler } from '../../src/contract/validation/json-schema.ts';
import type { OpenApiDocument } from '../../src/contract/description.ts';
import api from '../../generated/openapi.json' with { type: 'json' };
import { WrongReply } from './judge.ts';
import type { RawBytes } from './raw-requests.ts';

const document: OpenApiDocument = api;
const isProblem = createSchemaCompiler(document, 'none').compile({ $ref: '#/components/schemas/Problem' });

export interface RawReply {
  readonly status: number;
  readonly type: string | undefined;
  readonly body: string;
}

/** Ends the connection on our side, so that the server closes it after its response. */
export async function askRaw(url: string, { pieces }: RawBytes): Promise<RawReply[]> {
  using connection = await openConnection(url);
  for (const piece of pieces) connection.send(Buffer.from(piece, 'latin1'));
  connection.end();
  return parse(await connection.closed());
}

/** Throws `WrongAnswer` for a 5xx, and for a rejection that is not a problem of the contract. */
export function judgeRaw(replies: readonly RawReply[]): void {
  for (const reply of replies) {
    const shown = JSON.stringify(reply);
    if (!(reply.status >= 100 && reply.status < 500)) throw new WrongReply(`Answered with a failure: ${shown}`);
    if (reply.status < 400 || reply.body === '') continue;
    if (reply.type === 'application/json' && isOfService(JSON.parse(reply.body))) continue;
    if (reply.type !== 'application/problem+json') throw new WrongReply(`Refused with no problem: ${shown}`);
    const problem: unknown = JSON.parse(reply.body);
    if (!isProblem(problem)) throw new WrongReply(`Refused with a problem that is not described: ${shown}`);
  }
}

/** Responses to HEAD have a length but no body; the next response, or nothing, comes after the headers. */
function parse(text: string): RawReply[] {
  const replies: RawReply[] = [];
  let rest = text;
  while (rest !== '') {
    const [head, ...more] = rest.split('\r\n\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head ?? '')?.[1]);
    if (Number.isNaN(status) || more.length === 0)
      throw new WrongReply(`No answer: ${JSON.stringify(rest.slice(0, 200))}`);
    const after = more.join('\r\n\r\n');
    const length = Number(/^content-length: (\d+)/im.exec(head ?? '')?.[1] ?? 0);
    const bytes = Buffer.from(after);
    const hasBody = !after.startsWith('HTTP/1.1 ') && after !== '';
    replies.push({
      status,
      type: /^content-type: ([^\r\n]*)/im.exec(head ?? '')?.[1],
      body: hasBody ? bytes.subarray(0, length).toString() : '',
    });
    rest = hasBody ? bytes.subarray(length).toString() : after;
  }
  return replies;
}

/** The failures of npm's service have one text, and those of OCI's have a list. */
function isOfService(value: unknown): boolean {
  const { error, errors } = Object(value) as { readonly error?: unknown; readonly errors?: unknown };
  return typeof error === 'string' || Array.isArray(errors);
}
