/** Runs Prism in this process to generate the response of an operation. The request was already validated. */
import { createRequire } from 'node:module';
import type * as PrismCore from '@stoplight/prism-core';
import type * as PrismHttp from '@stoplight/prism-http';
import type { DescribedOperation, OpenApiDocument } from '../contract/description.ts';
import { isRange } from '../contract/media-types.ts';
import type { SentReply } from '../contract/validation/reply-check.ts';
import type { Preferences } from './preferences.ts';

export type AskPrism = (operation: DescribedOperation, preferences: Preferences) => Promise<SentReply>;

// The packages inside prism-cli, in its exact versions. Node finds no named exports in these CommonJS modules.
const require = createRequire(createRequire(import.meta.url).resolve('@stoplight/prism-cli/package.json'));
const { createLogger } = require('@stoplight/prism-core') as typeof PrismCore;
const { createInstance, getHttpOperationsFromSpec } = require('@stoplight/prism-http') as typeof PrismHttp;

/** The request was already validated, and generated responses may violate the contract. */
const config = {
  isProxy: false,
  checkSecurity: false,
  validateRequest: false,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
} as const;

export async function createPrism(document: OpenApiDocument): Promise<AskPrism> {
  const operations = await getHttpOperationsFromSpec(withShortLists(document));
  const logger = createLogger('mock', { level: 'silent' });
  const prism = createInstance({ ...config, mock: { dynamic: false } }, { logger });

  return async ({ method, path, id, replies }, { status, example, dynamic, seed }) => {
    const input = { method: method.toLowerCase() as Lowercase<typeof method>, url: { path } };
    const mock = { code: status, dynamic, ...(example && { exampleKey: example }), ...(seed && { seed }) };
    const resources = operations.filter((operation) => operation.iid === id);
    const result = await prism.request(input, resources, { ...config, mock })();
    if (!('right' in result)) throw result.left;
    const { headers = {}, body } = result.right.output;
    const [key] = replies.get(status)?.content.keys() ?? [];
    const type = key === undefined ? undefined : typeFor(key);
    const described = Object.entries(headers).filter(
      ([name, value]) => name.toLowerCase() !== 'content-type' && value !== null,
    );
    return {
      status,
      headers: Object.fromEntries(described),
      ...(type === undefined ? {} : { type, body }),
    };
  };
}

/** The media type of a response that is described by `key`: for a range, one that stands for bytes or text. */
function typeFor(key: string): string {
  if (!isRange(key)) return key;
  const [top] = key.split('/');
  if (top === '*') return 'application/octet-stream';
  return top === 'text' ? 'text/plain' : `${top}/octet-stream`;
}

/** Prism fills generated lists to their limit, which is up to 100,000. */
function withShortLists(document: OpenApiDocument): object {
  const shorten = (key: string, value: unknown): unknown =>
    key === 'maxItems' && typeof value === 'number' ? Math.min(value, 3) : value;
  return JSON.parse(JSON.stringify(document), shorten) as object;
}
