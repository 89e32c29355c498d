/** A URL that one description has for programs, and another one for browsers (`x-for-browsers`). */
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createContract } from '../../src/contract/contract.ts';
import { readDescription, type OpenApiDocument } from '../../src/contract/description.ts';
import { createRouter } from '../../src/contract/router.ts';
import { listenLocally, type Listening } from '../fixtures/listen-locally.ts';
import { optionsOf, writePlainText } from './failure-shops.ts';

const browser = 'text/html,application/xhtml+xml,*/*;q=0.8';

function describedAs(title: string, paths: Readonly<Record<string, object>>): OpenApiDocument {
  return { openapi: '3.1.1', info: { title, version: '1' }, security: [], paths: { ...paths } as never };
}

const responses = { 200: { description: 'x' }, 201: { description: 'x' } };

const data = describedAs('Data', {
  '/': { get: { operationId: 'getData', responses }, delete: { operationId: 'deleteData', responses } },
});
const pages = describedAs('Pages', {
  '/': { get: { operationId: 'showData', 'x-for-browsers': true, responses } },
  '/alone': { get: { operationId: 'showAlone', 'x-for-browsers': true, responses } },
});

let server: Listening;
beforeAll(async () => {
  const options = optionsOf(
    () => ({}),
    () => undefined,
  );
  const service = (document: OpenApiDocument, status: number): (typeof options.services)[number] => {
    const description = readDescription(document);
    const operations = Object.fromEntries(description.operations.map(({ id }) => [id, () => ({ status })]));
    return { description, operations, resolvers: {} };
  };
  const handle = createContract({
    ...options,
    replies: { check: 'sampled', share: 0 },
    services: [service(data, 200), { ...service(pages, 201), failure: writePlainText }],
  });
  server = await listenLocally(createServer((request, response) => void handle(request, response)));
});
afterAll(() => server[Symbol.asyncDispose]());

const ask = async (path: string, accept: string, method = 'GET'): Promise<readonly unknown[]> => {
  const { status, headers } = await fetch(server.url + path, { method, headers: { Accept: accept } });
  return [status, headers.get('content-type') ?? headers.get('allow')];
};

test.each([
  ['the operation for browsers', '/', browser, 'GET', [201, null]],
  ['its HEAD', '/', browser, 'HEAD', [201, null]],
  ['the operation for programs', '/', '*/*', 'GET', [200, null]],
  ['a method that only programs have', '/', browser, 'DELETE', [200, null]],
  ['the failure for browsers', '/', browser, 'POST', [405, 'text/plain']],
  ['the failure for programs', '/', '*/*', 'POST', [405, 'application/problem+json']],
  ['an operation for browsers that stands alone', '/alone', '*/*', 'GET', [201, null]],
  ['all methods', '/', browser, 'OPTIONS', [204, 'GET, DELETE, HEAD, OPTIONS']],
])('%s is found at %s for %s', async (_, path, accept, method, expected) => {
  expect(await ask(path, accept, method)).toEqual(expected);
});

test('two descriptions cannot have one path for browsers', () => {
  const routes = [pages, { ...pages, info: { title: 'Others', version: '1' } }].flatMap((document) =>
    readDescription(document).operations.map((operation) => ({ operation, service: String(document.info['title']) })),
  );
  expect(() => createRouter(routes)).toThrow('"Pages" and "Others" describe one path: / and /.');
});
