/** Scopes that an operation needs for some requests only, and things that a query names. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { typesOf } from '../../openapi/generate/types-of-description.ts';
import { Failure } from '../../src/model/failure.ts';
import { cellsOf } from '../matrix/cells.ts';
import { createReach } from '../matrix/reach.ts';
import { authenticate, orchard } from './orchard.ts';
import { serveDescription, type Served } from './serve-description.ts';

interface MoveBox {
  readonly body: { readonly needs?: readonly string[] };
  readonly found: Readonly<Record<string, unknown>>;
  readonly requireScope: (...scopes: readonly string[]) => void;
}

let server: Served;
let moved: MoveBox['found'][] = [];
let resolved: string[] = [];
beforeAll(async () => {
  const never = (input: object): never => {
    throw new Error(`got ${Object.keys(input).join()}`);
  };
  server = await serveDescription({
    document: orchard,
    operations: {
      getApple: never,
      getPear: never,
      getPlum: (input: object) => ({ status: 200, body: { requires: 'requireScope' in input } }),
      moveBox: ({ body, found, requireScope }: MoveBox) => {
        if (body.needs) requireScope(...body.needs);
        moved.push(found);
        return { status: 200, body: {} };
      },
    },
    authenticate,
    resolvers: {
      shelf: async (name, found, caller) => {
        resolved.push(`${name} after ${Object.keys(found).join() || 'none'}`);
        if (name === 'hidden' && !caller().scopes.includes('look'))
          throw new Failure('not-found', 'There is no shelf "hidden".');
        if (name === 'private') caller();
        return { name };
      },
    },
  });
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => {
  moved = [];
  resolved = [];
});

async function move(query: string, token: string | undefined, body = '{}'): Promise<readonly [number, unknown]> {
  const response = await fetch(`${server.url}/shelves/top/boxes${query}`, {
    method: 'POST',
    headers: { ...(token && { Authorization: `Bearer ${token}` }), 'Content-Type': 'application/json' },
    body,
  });
  const { detail } = (await response.json()) as { detail?: string };
  return [response.status, detail];
}

const needing = (...needs: readonly string[]): string => JSON.stringify({ needs });

describe('A conditional scope', () => {
  test('is needed by the requests that the operation specifies, and by no others', async () => {
    expect(await move('?to=low', 'buy')).toEqual([200, undefined]);
    expect(await move('?to=low', 'buy,give', needing('give'))).toEqual([200, undefined]);
    expect(await move('?to=low', 'buy', needing('give'))).toEqual([
      403,
      "Your access token doesn't have the give scope, which this request needs.",
    ]);
  });

  test('is named with the others that are missing, and not with those that exist', async () => {
    expect((await move('?to=low', 'buy', needing('give', 'wrap')))[1]).toContain('the give and wrap scopes, which');
    expect((await move('?to=low', 'buy,wrap', needing('give', 'wrap')))[1]).toContain('the give scope, which');
  });

  test('needs a caller', async () => {
    expect((await move('?to=low', undefined, needing('give')))[0]).toBe(401);
    expect((await move('?to=low', undefined))[0]).toBe(200);
  });

  test('is seen by the matrix', async () => {
    const reach = createReach(cellsOf([orchard]));
    await move('?to=low', 'buy', needing('wrap'));
    const { operationId = '', checked } = server.events.at(-1) ?? {};
    expect(checked && reach(operationId, checked)).toContain('moveBox 403 application/problem+json');
  });

  test('cannot be required by an operation that lists none', async () => {
    const response = await fetch(`${server.url}/plums/1`);
    expect(await response.json()).toEqual({ requires: false });
  });
});

describe('A query that names a thing', () => {
  test('is resolved as a path is, after the path', async () => {
    expect(await move('?to=low&via=middle', 'buy')).toEqual([200, undefined]);
    expect(resolved).toEqual(['top after none', 'low after shelf', 'middle after shelf']);
    expect(moved).toEqual([{ shelf: { name: 'top' }, to: { name: 'low' }, via: { name: 'middle' } }]);
  });

  test('finds nothing where it is absent', async () => {
    await move('?to=low', 'buy');
    expect(moved).toEqual([{ shelf: { name: 'top' }, to: { name: 'low' } }]);
  });

  test('is read as it was encoded', async () => {
    await move('?to=%6Cow%20one', 'buy');
    expect(resolved.at(-1)).toBe('low one after shelf');
  });

  test.each([
    ['hidden', 'buy', [404, 'There is no shelf "hidden".']],
    ['private', undefined, [401, expect.stringMatching(/^Authentication required\./)]],
  ])('that the caller may not see is rejected as in a path, before the body is read: %s', async (name, token, told) => {
    expect(await move(`?to=${name}`, token, '{ no JSON')).toEqual(told);
  });

  test('is checked by the schema before it is resolved', async () => {
    expect((await move('?via=low', 'buy'))[0]).toBe(400);
    expect((await move('?to=low&to=high', 'buy'))[0]).toBe(400);
    expect(resolved).toEqual([]);
  });
});

test('the generated types have both', async () => {
  const types = await typesOf(JSON.stringify(orchard), 'orchard.yaml');
  const [, moveBox = ''] = types.split('readonly moveBox: {');
  expect(moveBox.replaceAll(/\s+/g, ' ')).toContain(
    'readonly "x-conditional-scopes": "give" | "wrap"; ' +
      'readonly "x-resolves": { readonly "to": "shelf"; readonly "via"?: "shelf"; };',
  );
  expect(types.match(/x-conditional-scopes|x-resolves/g)).toHaveLength(2);
});
