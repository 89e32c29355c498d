/** A mock of operations that take bytes: it reads them all, and keeps none. */
import { expect, test } from 'vitest';
import { createMock } from '../../src/mock/create-mock.ts';
import { createHttpServer, serve } from '../../src/server/http-server.ts';
import type { OpenApiDocument } from '../../src/contract/description.ts';
import { filePart, form, formType, textPart } from '../bad-input/form.ts';
import { byteDescriptions, rawBodies } from '../contract/bytes-descriptions.ts';
import { authorization, bytes } from '../contract/bytes-shop.ts';
import { listenLocally, type Listening } from '../fixtures/listen-locally.ts';

const replies = {
  '/any': { '*/*': { schema: bytes, examples: { one: { value: 'some bytes' } } } },
  '/text': { 'text/*': { schema: bytes, examples: { one: { value: 'some text' } } } },
};
const description = {
  ...rawBodies,
  security: [{ token: ['read_packages'] }],
  paths: {
    ...rawBodies.paths,
    ...Object.fromEntries(
      Object.entries(replies).map(([path, content]) => [
        path,
        { get: { operationId: `get${path.slice(1)}`, responses: { 200: { description: 'Bytes.', content } } } },
      ]),
    ),
  },
};

async function openMock(document: OpenApiDocument = description): Promise<Listening> {
  const pace = { bytesPerSecond: 1, patience: 30_000, longest: 60_000 };
  const limits = { file: 1000, body: 1000, pace, drain: { bytes: 100_000, time: 10_000 } };
  const handle = await createMock(document, { limits, observe: () => undefined });
  const server = createHttpServer(30_000);
  serve(server, { most: 10, patience: 30_000, longest: 30_000 }, (request, response) => void handle(request, response));
  return listenLocally(server);
}

test('reads raw bodies, and rejects what the server rejects', async () => {
  await using mock = await openMock();
  const put = async (operation: string, body: Uint8Array<ArrayBuffer>, type?: string): Promise<number> => {
    const headers = { ...authorization, ...(type === undefined ? {} : { 'Content-Type': type }) };
    const reply = await fetch(`${mock.url}/${operation}`, { method: 'PUT', headers, body });
    await reply.arrayBuffer();
    return reply.status;
  };
  expect(await put('putAny', Buffer.alloc(1000))).toBe(200);
  expect(await put('putApplication', Buffer.alloc(1000), 'application/gzip')).toBe(200);
  expect(await put('putApplication', Buffer.alloc(1000), 'text/plain')).toBe(415);
  expect(await put('putAny', Buffer.alloc(1001))).toBe(413);
});

/** One body for each of the other ways to send bytes, and one that the description does not allow. */
const others: readonly (readonly [operation: string, type: string, valid: string, broken: string])[] = [
  ['putPackage', 'application/json', '{"name":"x","_attachments":{"a.tgz":{"data":"YQ=="}}}', '{"name":1}'],
  ['putPackage', 'application/json', '{"name":"x"}', '{"name":"x","_attachments":{"a.tgz":{"data":"YQ"}}}'],
  ['putCommit', 'application/x-ndjson', '{"key":"file","value":{"path":"a","content":"YQ=="}}', '{"key":"none"}'],
  ['putFields', 'application/x-www-form-urlencoded', 'paths=a&paths=b', 'paths=a&expand=b&expand=c'],
  ['putRepeated', formType, String(form(textPart('classifiers', 'a'), filePart('more', 'b', 'c'))), String(form())],
  ['putTag', 'application/json', '"1.0"', '"latest"'],
];

test.each(others)('reads %s in %s', async (operation, type, valid, broken) => {
  const document = byteDescriptions.find(({ paths }) => `/${operation}` in paths);
  await using mock = await openMock({ ...(document ?? description), security: [{ token: ['read_packages'] }] });
  for (const [body, status] of [
    [valid, 200],
    [broken, 400],
  ] as const) {
    const headers = { ...authorization, 'Content-Type': type };
    const reply = await fetch(`${mock.url}/${operation}`, { method: 'PUT', headers, body });
    expect([reply.status, await reply.text()]).toEqual([status, expect.anything()]);
  }
});

test.each([
  ['/any', 'application/octet-stream', 'some bytes'],
  ['/text', 'text/plain', 'some text'],
])('names a type for %s, whose type is left open', async (path, type, content) => {
  await using mock = await openMock();
  const reply = await fetch(`${mock.url}${path}`, { headers: authorization });
  expect([reply.status, reply.headers.get('content-type'), await reply.text()]).toEqual([200, type, content]);
});
