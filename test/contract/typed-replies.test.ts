/** Replies whose media type the description leaves open, within a range. */
import { expect, test } from 'vitest';
import type { AnyReply } from '../../src/contract/operation.ts';
import { cellsOf } from '../matrix/cells.ts';
import { createReach } from '../matrix/reach.ts';
import { openShop, shopDescription, standing } from './tiny-shop.ts';
import { bytes } from './bytes-shop.ts';

const replying = (content: object): typeof shopDescription => {
  const item = shopDescription.paths['/apples/{apple}'] ?? {};
  const get = item['get'] as { readonly responses: object };
  const responses = { ...get.responses, 200: { description: 'Bytes.', headers: standing, content } };
  return { ...shopDescription, paths: { '/apples/{apple}': { ...item, get: { ...get, responses } } } };
};

const any = replying({ '*/*': { schema: bytes } });
const text = replying({ 'text/*': { schema: bytes }, 'application/json': { schema: { type: 'object' } } });

const reply = (type: string | undefined): AnyReply => ({
  status: 200,
  ...(type === undefined ? {} : { type }),
  body: Buffer.from('abc'),
});

const buyer = { headers: { Authorization: 'Bearer buy' } };

test.each([
  [any, 'application/vnd.oci.image.index.v1+json'],
  [any, 'text/plain; charset=utf-8'],
  [any, 'a/b;c="d;e\\""'],
  [text, 'text/x-shellscript'],
])('a type of the range goes out', async (description, type) => {
  await using shop = await openShop(() => reply(type), { check: 'always' }, description);
  const response = await fetch(`${shop.url}/apples/1`, buyer);
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, type, 'abc']);
  const headOnly = await fetch(`${shop.url}/apples/1`, { ...buyer, method: 'HEAD' });
  expect([headOnly.status, headOnly.headers.get('content-type')]).toEqual([200, type]);
});

test.each([
  [any, undefined, 'media type undefined is not described'],
  [any, '*/*', 'media type */* is invalid'],
  [any, 'text/*', 'media type text/* is invalid'],
  [any, 'nonsense', 'media type nonsense is invalid'],
  [any, 'text/plain; charset', 'media type text/plain; charset is invalid'],
  [any, 'text/plain\nX-Evil: 1', 'is invalid'],
  [text, 'image/png', 'media type image/png is not described'],
  // Where there is one type, it is sent as it is described.
  [text, 'application/json; charset=utf-8', 'is not described'],
])('%#: no other does', async (description, type, violation) => {
  await using shop = await openShop(() => reply(type), { check: 'always' }, description);
  const response = await fetch(`${shop.url}/apples/1`, buyer);
  expect(response.status).toBe(500);
  expect(shop.events[0]?.violations?.join()).toContain(violation);
});

test('JSON in the place of bytes does not go out', async () => {
  const json = { status: 200, type: 'application/json', body: { a: 1 } };
  await using shop = await openShop(() => json, { check: 'always' }, any);
  expect((await fetch(`${shop.url}/apples/1`, buyer)).status).toBe(500);
  await using other = await openShop(() => json, { check: 'always' }, text);
  expect((await fetch(`${other.url}/apples/1`, buyer)).status).toBe(200);
});

test('the matrix counts any type of the range', () => {
  const reach = createReach(cellsOf([any]));
  const headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  expect(reach('getApple', { ...reply('image/png'), headers })).toContain('getApple 200 */*');
});
