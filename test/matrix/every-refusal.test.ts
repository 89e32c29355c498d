/** What every operation of every description refuses in the same way, and what every readable file answers. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DescribedOperation, OpenApiDocument, Schema } from '../../src/contract/description.ts';
import { everyOperation } from '../contract/descriptions.ts';
import { refusalOf } from '../fixtures/answers.ts';
import { startTestServer, type TestServer } from '../fixtures/server.ts';
import { storeToken } from '../fixtures/stored-tokens.ts';
import { seedOnce } from './seeded-server.ts';
import { soundRequest, type SoundRequest } from './sound-request.ts';

let server: TestServer;
/** On the same records: it waits for no body, and takes little. */
let impatient: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  impatient = await startTestServer({
    LARDER_DATA_DIR: server.dataDir,
    LARDER_BODY_TIMEOUT_MS: '50',
    LARDER_MAX_PACKAGE_SIZE: '1000000',
  });
});
afterAll(async () => {
  expect(server.violations() + impatient.violations()).toBe(0);
  await impatient[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

/** Those whose answers have this status, by their id. */
function describing(status: number, more: (operation: DescribedOperation) => boolean = () => true) {
  return everyOperation.filter(({ operation }) => operation.answers.has(status) && more(operation));
}

/** Nothing here changes anything, so that all may ask about the same things. */
async function sound(operation: DescribedOperation, document: OpenApiDocument): Promise<SoundRequest> {
  return soundRequest(server, operation, await seedOnce(server, document));
}

const needsScopes = ({ access }: DescribedOperation): boolean => access.ways.some(({ scopes }) => scopes.length > 0);
const tooLarge = 2_000_000;

describe('an undescribed query parameter', () => {
  test.each(everyOperation)('is refused by $id', async ({ operation, document }) => {
    const { ask } = await sound(operation, document);
    expect(await refusalOf(ask({ query: 'unheard_of=1' }))).toEqual({ status: 400, type: 'invalid-request' });
  });
});

describe('an unknown token', () => {
  test.each(describing(401))('is refused by $id', async ({ operation, document }) => {
    const { ask } = await sound(operation, document);
    const refused = ask({ headers: { Authorization: 'Bearer unknown-token' } });
    expect(await refusalOf(refused)).toEqual({ status: 401, type: 'unauthenticated' });
  });
});

describe('a token without scopes', () => {
  test.each(describing(403, needsScopes))('is refused by $id', async ({ operation, document }) => {
    const { ask } = await sound(operation, document);
    const token = await storeToken(server.larder, { scopes: [] });
    const refused = ask({ headers: { Authorization: `Bearer ${token}` } });
    expect(await refusalOf(refused)).toEqual({ status: 403, type: 'missing-scope' });
  });
});

describe('what is not there', () => {
  test.each(describing(404, ({ path }) => path.includes('{')))(
    'is not found by $id',
    async ({ operation, document }) => {
      const { ask } = await sound(operation, document);
      const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
      const answers = await Promise.all(inPath.map(({ name, schema }) => ask({ values: { [name]: unknown(schema) } })));
      // Some names in a path only tell people what stands behind a digest.
      const refused = answers.filter(({ ok, status }) => !ok && status >= 400);
      expect(refused.length).toBeGreaterThan(0);
      for (const answer of refused) expect(await refusalOf(answer)).toEqual({ status: 404, type: 'not-found' });
    },
  );
});

describe('a body', () => {
  test.each(describing(408))('that never ends is refused by $id', async ({ operation, document }) => {
    const { path, headers } = await sound(operation, document);
    const [type = ''] = operation.body?.media.keys() ?? [];
    const sending = request(impatient.url + path, {
      method: operation.method,
      headers: {
        ...headers,
        'Content-Type': `${type}; boundary=x`.replace(/^(application.*);.*/, '$1'),
        'Content-Length': 100,
      },
    });
    sending.flushHeaders();
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    expect([answer.statusCode, await text(answer)]).toEqual([408, expect.stringContaining('request-timeout')]);
    sending.destroy();
  });

  test.each(describing(413))('that is too large is refused by $id', async ({ operation, document }) => {
    const { path, headers } = await sound(operation, document);
    const [type] = operation.body?.media.keys() ?? [];
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(tooLarge)]), 'large-1.0.0.bin');
    const refused = impatient.ask(path, {
      method: operation.method,
      headers,
      body: type === 'multipart/form-data' ? form : JSON.stringify({ description: 'x'.repeat(tooLarge) }),
    });
    expect(await refusalOf(refused)).toEqual({ status: 413, type: 'payload-too-large' });
  });

  test.each(describing(415))('of another media type is refused by $id', async ({ operation, document }) => {
    const { ask } = await sound(operation, document);
    const refused = ask({ headers: { 'Content-Type': 'text/plain' }, body: 'anything' });
    expect(await refusalOf(refused)).toEqual({ status: 415, type: 'unsupported-media-type' });
  });
});

describe('a file', () => {
  test.each(describing(304))('that the caller has is not sent again by $id', async ({ operation, document }) => {
    const { ask } = await sound(operation, document);
    const first = await ask();
    await first.arrayBuffer();
    const etag = first.headers.get('ETag') ?? '';
    const again = await ask({ headers: { 'If-None-Match': etag } });
    expect([again.status, again.headers.get('ETag'), await again.text()]).toEqual([304, etag, '']);
  });

  test.each(describing(206))('is sent in part by $id', async ({ operation, document }) => {
    const { ask } = await sound(operation, document);
    const whole = await (await ask()).bytes();
    const part = await ask({ headers: { Range: 'bytes=1-2' } });
    expect([part.status, part.headers.get('Content-Range'), await part.bytes()]).toEqual([
      206,
      `bytes 1-2/${whole.byteLength}`,
      whole.subarray(1, 3),
    ]);
  });

  test.each(describing(416))('that is shorter is not sent by $id', async ({ operation, document }) => {
    const { ask } = await sound(operation, document);
    const refused = ask({ headers: { Range: 'bytes=99999999-' } });
    expect(await refusalOf(refused)).toEqual({ status: 416, type: 'range-not-satisfiable' });
  });
});

/** A value that its schema allows, and that nothing has. */
function unknown({ format, pattern }: Schema): string {
  if (format === 'uuid') return randomUUID();
  return pattern !== undefined && new RegExp(String(pattern)).test('0'.repeat(64)) ? '0'.repeat(64) : 'nothing-here';
}
