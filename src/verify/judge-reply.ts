/** Compares one response with its description. */
import type { DescribedOperation, OpenApiDocument } from '../contract/description.ts';
import { essenceOf, keyDescribing } from '../contract/media-types.ts';
import { createReplyCheck } from '../contract/validation/reply-check.ts';
import { createSchemaCompiler } from '../contract/validation/json-schema.ts';
import { reasonOf, type Exchange } from './exchange.ts';
import type { Findings } from './findings.ts';

export interface Judge {
  /** Checks the response to an operation, which is expected to have this status. Returns whether it has. */
  reply(operation: DescribedOperation, exchange: Exchange, status: number): boolean;
  /** Checks a problem that no operation describes, such as a 405. `subject` is the operation in the findings. */
  problem(subject: string, exchange: Exchange, status: number): void;
}

const problemSchema = { $ref: '#/components/schemas/Problem' };

export function createJudge(document: OpenApiDocument, findings: Findings): Judge {
  const check = createReplyCheck(document, 'closed');
  const isProblem = createSchemaCompiler(document, 'none').compile(problemSchema);
  const ids = new Set<string>();

  function about(operation: string, exchange: Exchange): void {
    const { headers, json, title, status } = exchange;
    const id = headers.get('X-Request-Id');
    const { request_id: repeated, status: member } = Object(json) as { request_id?: unknown; status?: unknown };
    findings.add({ operation, aspect: 'request id' }, title, [
      ...(id === null ? ['X-Request-Id is missing'] : []),
      ...(id !== null && ids.has(id) ? [`X-Request-Id ${id} was that of another response, too`] : []),
      ...(isFailure(exchange) && repeated !== id ? [`request_id is ${String(repeated)}, and X-Request-Id ${id}`] : []),
    ]);
    if (id !== null) ids.add(id);
    if (isFailure(exchange) && member !== status)
      findings.add({ operation, status, aspect: 'body' }, title, [`status is ${String(member)} in a ${status}`]);
  }

  return {
    reply: (operation, exchange, status) => {
      const { id, replies } = operation;
      const { title } = exchange;
      const subject = { operation: id, status: exchange.status };
      const right = exchange.status === status;
      const described = replies.get(exchange.status);
      const note = described ? '' : ', which is not described';
      if (exchange.error !== undefined) {
        findings.add({ operation: id, status, aspect: 'status' }, title, [
          `no complete response: ${reasonOf(exchange.error)}`,
        ]);
        return false;
      }
      findings.add(
        { operation: id, status, aspect: 'status' },
        title,
        right ? [] : [`is ${exchange.status} instead of ${status}${note}${detailOf(exchange)}`],
      );
      about(id, exchange);
      if (!described) return right;
      const type = exchange.headers.get('Content-Type') ?? undefined;
      const key = type === undefined ? undefined : keyDescribing(described.content, essenceOf(type));
      const hasContent = described.content.size > 0 && !isEmpty(exchange);
      const violations = check(operation, {
        status: exchange.status,
        headers: describedHeaders(described.headers, exchange),
        ...(hasContent
          ? {
              type: essenceOf(type),
              body: bodyOf(exchange, key === undefined ? undefined : described.content.get(key)),
            }
          : {}),
        ...(hasContent || isEmpty(exchange) ? {} : { body: exchange.bytes }),
      });
      // HEAD has the headers of GET only.
      const shown = exchange.method === 'HEAD' ? violations.filter((one) => one.startsWith('header ')) : violations;
      const of = (...starts: string[]): string[] =>
        shown.filter((one) => starts.some((start) => one.startsWith(start)));
      findings.add({ ...subject, aspect: 'headers' }, title, of('header '));
      if (exchange.method === 'HEAD') return right;
      const types = of('media type ');
      findings.add({ ...subject, aspect: 'media type' }, title, types);
      if (types.length === 0) findings.add({ ...subject, aspect: 'body' }, title, of('body', 'the body', 'a body'));
      return right;
    },
    problem: (subject, exchange, status) => {
      const type = essenceOf(exchange.headers.get('Content-Type') ?? undefined);
      about(subject, exchange);
      findings.add(
        { operation: subject, status, aspect: 'status' },
        exchange.title,
        exchange.status === status ? [] : [`is ${exchange.status} instead of ${status}`],
      );
      findings.add({ operation: subject, status, aspect: 'body' }, exchange.title, [
        ...(type === 'application/problem+json'
          ? []
          : [`is ${type || 'without a type'}, not application/problem+json`]),
        ...(isProblem(exchange.json) ? [] : [`is not a problem: ${JSON.stringify(exchange.json)?.slice(0, 200)}`]),
      ]);
    },
  };
}

function isEmpty({ size, method, status }: Exchange): boolean {
  return size === 0 && (method === 'HEAD' || status === 204 || status === 304);
}

function isFailure({ status, method, headers }: Exchange): boolean {
  return status >= 400 && method !== 'HEAD' && essenceOf(headers.get('Content-Type') ?? '').endsWith('json');
}

/** A proxy may add other headers. */
function describedHeaders(described: ReadonlyMap<string, unknown>, { headers }: Exchange): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => described.has(name)));
}

/** A described JSON body that cannot be parsed is compared as text, which its schema rejects. */
function bodyOf({ json, bytes }: Exchange, schema: object | undefined): unknown {
  if (schema === undefined) return bytes;
  return json === undefined ? Buffer.from(bytes).toString() : json;
}

/** Returns the detail of a problem, for a message. */
export function detailOf({ json }: Exchange): string {
  const { detail } = Object(json) as { detail?: unknown };
  return typeof detail === 'string' ? `: ${detail.slice(0, 200)}` : '';
}
