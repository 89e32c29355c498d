/** One flag of a description decides about unknown parameters; the mock of the same description is always strict. */
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { createMock } from '../../src/mock/create-mock.ts';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { authenticate, orchard } from './orchard.ts';
import { limits, serveDescription, type Served } from './serve-description.ts';

const never = (): never => {
  throw new Error('never');
};

const serve = (ignores: boolean): Promise<Served> =>
  serveDescription({
    document: { ...orchard, 'x-ignores-unknown-query': ignores },
    operations: {
      getApple: never,
      getPear: never,
      getPlum: ({ query }: { query: object }) => ({ status: 200, body: query }),
      moveBox: never,
    },
    authenticate,
  });

interface Told {
  readonly errors?: readonly { readonly path: string }[];
}

async function told(url: string, query: string): Promise<readonly [number, Told]> {
  const response = await fetch(`${url}/plums/1?${query}`);
  return [response.status, (await response.json()) as Told];
}

test('a server ignores a parameter that it does not know, and moves a number into its bounds', async () => {
  await using server = await serve(true);
  expect(await told(server.url, 'cuont=3&count=7')).toEqual([200, { count: 7 }]);
  expect(await told(server.url, 'count=1000')).toEqual([200, { count: 10 }]);
});

test('a server whose description does not have the flag rejects it by name', async () => {
  await using server = await serve(false);
  const [status, { errors }] = await told(server.url, 'cuont=3');
  expect([status, errors?.map(({ path }) => path)]).toEqual([400, ['query.cuont']]);
});

test('the mock rejects it by name, for every description', async () => {
  const handle = await createMock(orchard, { limits, observe: () => undefined });
  await using mock = await listenLocally(createServer((request, response) => void handle(request, response)));
  const [status, { errors }] = await told(mock.url, 'cuont=3&count=7');
  expect([status, errors?.map(({ path }) => path)]).toEqual([400, ['query.cuont']]);
  expect((await told(mock.url, 'count=1000'))[0]).toBe(200);
});
