/** An unknown URL has the failures of the service whose URLs it is among, also below a place that services share. */
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createContract } from '../../src/contract/contract.ts';
import { readDescription, type OpenApiDocument } from '../../src/contract/description.ts';
import { listenLocally, type Listening } from '../fixtures/listen-locally.ts';
import { optionsOf, writePlainText } from './failure-shops.ts';

const inPath = (name: string): object => ({ name, in: 'path', required: true, schema: { type: 'string' } });

/** Only `users` writes problems. */
const users = describedAs('Users', '/v2/users');
const images = describedAs('Images', '/v2/{shelf}/{image}/tags', 'shelf', 'image');
const charts = describedAs('Charts', '/charts/{chart}', 'chart');
const icons = describedAs('Icons', '/charts/icons/{icon}', 'icon');

function describedAs(title: string, path: string, ...names: readonly string[]): OpenApiDocument {
  const operation = { operationId: `get${title}`, responses: {} };
  return {
    openapi: '3.1.1',
    info: { title, version: '1' },
    security: [],
    paths: { [path]: { parameters: names.map(inPath), get: operation } },
  };
}

let server: Listening;
beforeAll(async () => {
  const options = optionsOf(
    () => ({}),
    () => undefined,
  );
  const service = (document: OpenApiDocument): (typeof options.services)[number] => {
    const description = readDescription(document);
    const operations = Object.fromEntries(description.operations.map(({ id }) => [id, () => ({ status: 200 })]));
    return { description, operations, resolvers: {} };
  };
  const plain = [images, charts, icons].map((document) => ({ ...service(document), failure: writePlainText }));
  const handle = createContract({
    ...options,
    services: [...plain, service(users)],
    elsewhere: { failure: () => ({ type: 'text/html', body: '<p>' }), headers: {} },
  });
  server = await listenLocally(createServer((request, response) => void handle(request, response)));
});
afterAll(() => server[Symbol.asyncDispose]());

test.each([
  ['below a literal of one service', '/v2/users/more', 'application/problem+json'],
  ['at a place of several, of which one writes problems', '/v2', 'application/problem+json'],
  ['with any text at that place', '/v2/nothing', 'application/problem+json'],
  ['with slashes in excess, and any text at that place', '//v2//nothing/', 'application/problem+json'],
  ['with a segment more, as only one service has', '/v2/nothing/more', 'text/plain'],
  ['still deeper in the part of that service', '/v2/nothing/more/of/it', 'text/plain'],
  ['at a place of several that all have failures of their own', '/charts', 'text/html'],
  ['below nothing', '/nothing', 'text/html'],
])('a URL %s', async (_, path, type) => {
  const { status, headers } = await fetch(server.url + path);
  expect([status, headers.get('content-type')]).toEqual([404, type]);
});
