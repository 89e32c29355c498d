/** Generates responses of one operation for `Prefer: dynamic=true`. */
import { randomUUID } from 'node:crypto';
import type { DescribedOperation, OpenApiDocument } from '../../contract/description.ts';
import { parameterNames } from '../../contract/path-template.ts';
import { createReplyCheck, type CheckReply } from '../../contract/validation/reply-check.ts';
import { memoizeBy } from '../../contract/memoize-by.ts';
import { generateBody } from './generate-body.ts';

export interface Requested {
  readonly status: number;
  /** The examples of the response, the fitting one first. */
  readonly examples: readonly unknown[];
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** The URL without its query. */
  readonly url: string;
  /** Undefined for other data with each request. */
  readonly seed: string | undefined;
}

/** Returns a body that matches the description; undefined if there is no example to vary. */
export type Generate = (requested: Requested) => unknown;

/** Attempts with other seeds before an example is used as it is. */
const mostAttempts = 5;

const checkOf = memoizeBy((document: OpenApiDocument): CheckReply => createReplyCheck(document, 'closed'));

export function createGenerator(document: OpenApiDocument, operation: DescribedOperation): Generate {
  const { description = '' } = Object(document.paths[operation.path]?.[operation.method.toLowerCase()]) as {
    readonly description?: string;
  };
  const oldestFirst = /\boldest first\b/.test(description);
  const lastName = parameterNames(operation.path).at(-1);
  return ({ status, examples, path, query, url, seed = randomUUID() }) => {
    const last = lastName === undefined ? undefined : path[lastName];
    for (const example of examples) {
      const words = wordsOf(JSON.stringify(example), path);
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
        const own = attempt === 0 ? seed : `${seed} ${attempt}`;
        const body = generateBody({ example, seed: own, last, query, url, words, oldestFirst });
        if (body === undefined) break;
        if (isValid(checkOf(document), operation, status, body)) return body;
      }
    }
    return undefined;
  };
}

/** The slugs in the links of an example, with those of the request. */
function wordsOf(example: string, { organization, registry }: Requested['path']): Map<string, string> {
  const words = new Map<string, string>();
  const [, exampleOrganization] = /\/organizations\/([\w-]+)/.exec(example) ?? [];
  const [, exampleRegistry] = /\/registries\/([\w-]+)/.exec(example) ?? [];
  if (exampleOrganization !== undefined && organization !== undefined) words.set(exampleOrganization, organization);
  if (exampleRegistry !== undefined && registry !== undefined) words.set(exampleRegistry, registry);
  return words;
}

/** Headers are those of the example. */
function isValid(check: CheckReply, operation: DescribedOperation, status: number, body: unknown): boolean {
  const [type = ''] = operation.replies.get(status)?.content.keys() ?? [];
  return check(operation, { status, type, headers: {}, body }).every((violation) => violation.startsWith('header '));
}
