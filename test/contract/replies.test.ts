/**
 * Replies that break the contract are found in tests before they are sent, and in production after that, without harm.
 */
import { describe, expect, test } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import type { AnyReply } from '../../src/contract/operation.ts';
import { Failure } from '../../src/model/failure.ts';
import { goodApple, openShop, shopDescription, standing } from './tiny-shop.ts';

const wrongReplies: readonly (readonly [title: string, reply: AnyReply, violation: string])[] = [
  ['a status that is not described', { ...goodApple, status: 201 }, 'status 201 is not described'],
  ['a missing header', { ...goodApple, headers: {} }, 'header Weight is missing'],
  ['a header of another type', { ...goodApple, headers: { Weight: 'heavy' } }, 'header Weight is heavy'],
  ['a header out of bounds', { ...goodApple, headers: { Weight: 0 } }, 'header Weight is 0'],
  [
    'a header that is not described',
    { ...goodApple, headers: { Weight: 1, Taste: 'sour' } },
    'header taste is not described',
  ],
  ['another media type', { ...goodApple, type: 'text/plain' }, 'media type text/plain is not described'],
  ['a missing property', { ...goodApple, body: {} }, "body must have required property 'colour'"],
  [
    'a wrong value',
    { ...goodApple, body: { colour: 'blue' } },
    'body.colour must be equal to one of the allowed values',
  ],
  ['no body', { status: 200, headers: { Weight: 1 } }, 'body must be object'],
  ['bytes in the place of JSON', { ...goodApple, body: new Uint8Array(1) }, 'the body is not of the described kind'],
];

/** What only closed schemas see, and types do not. */
const richReplies: readonly (readonly [title: string, body: object, violation: string])[] = [
  ['a property that is not described', { colour: 'red', price: 1 }, 'body.price must NOT have additional properties'],
  [
    'the same further down',
    { colour: 'red', seller: { name: 'Eve', age: 30 } },
    'body.seller.age must NOT have additional properties',
  ],
];

const buyer = { headers: { Authorization: 'Bearer buy' } };

describe('where every response is checked', () => {
  const always = { check: 'always' } as const;

  test('a good one goes out', async () => {
    await using shop = await openShop(() => goodApple, always);
    const response = await fetch(`${shop.url}/apples/1`, buyer);
    expect([response.status, await response.json()]).toEqual([200, goodApple.body]);
    expect(shop.events).toMatchObject([{ status: 200, checked: goodApple }]);
  });

  const wrong = [
    ...wrongReplies,
    ...richReplies.map(([title, body, violation]) => [title, { ...goodApple, body }, violation] as const),
  ];
  test.each(wrong)('%s becomes a 500 with the reason', async (_, reply, violation) => {
    await using shop = await openShop(() => reply, always);
    const response = await fetch(`${shop.url}/apples/1`, buyer);
    expect([response.status, await response.text()]).toEqual([
      500,
      expect.stringContaining(JSON.stringify(violation).slice(1, -1)),
    ]);
    expect(shop.events[0]).not.toHaveProperty('checked');
    expect(shop.events).toMatchObject([
      {
        operationId: 'getApple',
        status: 500,
        violations: expect.arrayContaining([expect.stringContaining(violation)]),
      },
    ]);
  });

  test('a thrown problem whose status is not described does not go out', async () => {
    await using shop = await openShop(() => Promise.reject(new Failure('slug-taken', 'no')), always);
    const response = await fetch(`${shop.url}/apples/1`, buyer);
    expect([response.status, shop.events[0]?.violations]).toEqual([500, ['status 409 is not described']]);
  });

  test('a thrown problem that is described goes out', async () => {
    await using shop = await openShop(() => Promise.reject(new Failure('not-found', 'no apples')), always);
    const response = await fetch(`${shop.url}/apples/1`, buyer);
    expect([response.status, await response.json()]).toMatchObject([404, { message: 'no apples' }]);
  });
});

describe('where a share of the responses is checked', () => {
  const all = { check: 'sampled', share: 1 } as const;

  test.each(wrongReplies)('%s goes out unharmed, and is observed', async (_, reply, violation) => {
    await using shop = await openShop(() => reply, all);
    const response = await fetch(`${shop.url}/apples/1`, buyer);
    expect(response.status).toBe(reply.status);
    await eventually(() =>
      expect(shop.events.flatMap(({ violations = [] }) => violations)).toEqual([expect.stringContaining(violation)]),
    );
  });

  test('no violation is reported before the response is sent', async () => {
    await using shop = await openShop(() => goodApple, all);
    await (await fetch(`${shop.url}/apples/1`, buyer)).text();
    await (await fetch(`${shop.url}/apples/1`, buyer)).text();
    expect(shop.events.map((event) => 'checked' in event)).toEqual([false, false]);
  });

  test('an additional property is not a violation', async () => {
    await using shop = await openShop(() => ({ ...goodApple, body: { colour: 'red', price: 1 } }), all);
    await (await fetch(`${shop.url}/apples/1`, buyer)).text();
    // The check is after the reply; a second request is after the check of the first.
    await (await fetch(`${shop.url}/apples/1`, buyer)).text();
    expect(shop.events.flatMap(({ violations = [] }) => violations)).toEqual([]);
  });

  test('none is checked when the share is zero', async () => {
    await using shop = await openShop(() => ({ ...goodApple, body: {} }), { check: 'sampled', share: 0 });
    await (await fetch(`${shop.url}/apples/1`, buyer)).text();
    await (await fetch(`${shop.url}/apples/1`, buyer)).text();
    expect(shop.events.flatMap(({ violations = [] }) => violations)).toEqual([]);
  });
});

test('a header that need not be there may be missing', async () => {
  const item = shopDescription.paths['/apples/{apple}'] ?? {};
  const replies = { 200: { description: 'x', headers: { ...standing, Weight: { schema: { type: 'integer' } } } } };
  const get = { operationId: 'getApple', responses: replies };
  const paths = { '/apples/{apple}': { ...item, get } };
  await using shop = await openShop(() => ({ status: 200 }), { check: 'always' }, { ...shopDescription, paths });
  expect((await fetch(`${shop.url}/apples/1`, buyer)).status).toBe(200);
});

test('an operation may set a standing header in place of the rule', async () => {
  const secret = { ...goodApple, headers: { Weight: 100, 'Cache-Control': 'no-store' } };
  await using shop = await openShop(() => secret, { check: 'always' });
  expect((await fetch(`${shop.url}/apples/1`, buyer)).headers.get('cache-control')).toBe('no-store');
});

test.each([
  [true, '*'],
  [false, null],
  [undefined, null],
])('with x-cross-origin %s, Access-Control-Allow-Origin is %s', async (crossOrigin, allowed) => {
  const description = { ...shopDescription, ...(crossOrigin !== undefined && { 'x-cross-origin': crossOrigin }) };
  await using shop = await openShop(() => goodApple, { check: 'always' }, description);
  const preflight = { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'GET' } };
  const methods = allowed === null ? null : 'GET, HEAD, OPTIONS';
  expect((await fetch(`${shop.url}/apples/1`, buyer)).headers.get('access-control-allow-origin')).toBe(allowed);
  const { headers } = await fetch(`${shop.url}/apples/1`, preflight);
  expect(headers.get('access-control-allow-methods')).toBe(methods);
});

test('an unexpected failure is reported to the log, and not to the caller', async () => {
  await using shop = await openShop(() => Promise.reject(new Error('the password is sesame')), {
    check: 'sampled',
    share: 0,
  });
  const response = await fetch(`${shop.url}/apples/1`, buyer);
  expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining('sesame')]);
  expect(shop.events).toMatchObject([{ status: 500, error: { message: 'the password is sesame' } }]);
});

test('the scopes are those that the contract names', async () => {
  await using shop = await openShop(() => goodApple, { check: 'sampled', share: 0 });
  const response = await fetch(`${shop.url}/apples/1`, { headers: { Authorization: 'Bearer look' } });
  expect(await response.json()).toMatchObject({ message: "Your access token doesn't have the buy scope." });
  const strict = { ...shopDescription, security: [{ token: ['buy', 'pay'] }] };
  await using strictShop = await openShop(() => goodApple, { check: 'sampled', share: 0 }, strict);
  const rejected = await fetch(`${strictShop.url}/apples/1`, { headers: { Authorization: 'Bearer look' } });
  expect(await rejected.json()).toMatchObject({ message: "Your access token doesn't have the buy and pay scopes." });
});
