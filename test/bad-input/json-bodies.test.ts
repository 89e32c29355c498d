import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { abuseServer } from './abused-server.ts';
import { replyOf, expectProblem, type Reply } from './problem.ts';

const abused = abuseServer();

async function send(
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
  method = 'POST',
  path = abused.server.in(),
): Promise<Reply> {
  const begun = performance.now();
  const init = { method, headers: { 'Content-Type': 'application/json', ...headers }, body };
  const reply = await replyOf(await abused.server.ask(path, init));
  expect(performance.now() - begun, 'milliseconds until the answer').toBeLessThan(2000);
  return reply;
}

/** A registry's settings, with a name of their own. */
function registry(more: object = {}): string {
  return JSON.stringify({ name: `r ${randomBytes(6).toString('hex')}`, ecosystem: 'files', ...more });
}

const deep = 100_000;

describe('A body that is not an object is rejected as an invalid request', () => {
  const bodies: [string, string][] = [
    ['broken JSON', '{"name": "x", '],
    ['two values', '{} {}'],
    ['a comment', '{/* */}'],
    ['a trailing comma', '{"name": "x",}'],
    ['single quotes', "{'name': 'x'}"],
    ['a form', 'name=x&ecosystem=files'],
    ['NUL', '\0'],
    ['nothing', ''],
    ['blanks', '  \r\n '],
    ['a string', '"text"'],
    ['a number', '1'],
    ['true', 'true'],
    ['null', 'null'],
    ['an array', '[]'],
    ['an array of objects', '[{"name": "x", "ecosystem": "files"}]'],
    ['100,000 nested arrays', '['.repeat(deep) + ']'.repeat(deep)],
    ['100,000 open arrays', '['.repeat(deep)],
  ];

  test.each(bodies)('%s, for a new registry', async (_, body) => {
    expectProblem(await send(body), 400, 'invalid-request');
  });

  test('with the location and the reason', async () => {
    const reply = await send('{"name": "x", ');
    expect(expectProblem(reply, 400, 'invalid-request')).toMatch(/^body: .*JSON/);
    expect(JSON.parse(reply.text)).toMatchObject({ errors: [{ path: 'body' }] });
  });

  test.each(bodies)('%s, for changes to one', async (_, body) => {
    expectProblem(await send(body, {}, 'PATCH', abused.server.in('plain')), 400, 'invalid-request');
  });

  test('none, without a length', async () => {
    const body = new ReadableStream({ start: (controller) => controller.close() });
    const init = { method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body, duplex: 'half' } as const;
    expectProblem(await replyOf(await abused.server.ask(abused.server.in('plain'), init)), 400, 'invalid-request');
  });
});

describe('Nested values in the wrong place are rejected', () => {
  const nested = '['.repeat(deep) + ']'.repeat(deep);

  test.each(['name', 'description', 'color', 'oidc_policy', 'team_ids', 'public'])('%s', async (property) => {
    const body = `{"name": "nested", "ecosystem": "files", "${property}": ${nested}}`;
    expectProblem(await send(body), 400, 'invalid-request');
  });

  test('beside another mistake', async () => {
    expectProblem(await send(`{"name": 1, "ecosystem": "files", "unknown": ${nested}}`), 400, 'invalid-request');
  });
});

describe('The places where a body is wrong', () => {
  test('are named, each with its reason', async () => {
    const reply = await send(JSON.stringify({ name: 1, ecosystem: 'files', team_ids: [2] }));
    expectProblem(reply, 400, 'invalid-request');
    expect(JSON.parse(reply.text)).toMatchObject({
      errors: expect.arrayContaining([
        { path: 'body.name', message: 'must be text' },
        { path: 'body.team_ids.0', message: 'must be text' },
      ]),
    });
  });

  test('are looked for until the first of them in long bodies', async () => {
    const reply = await send(registry({ team_ids: Array.from({ length: 500_000 }, () => 1) }));
    expectProblem(reply, 400, 'invalid-request');
    expect(JSON.parse(reply.text)).toMatchObject({
      errors: [{ path: 'body.team_ids', message: expect.stringMatching(/items/) }],
    });
  });

  test('are looked for until the first of them in bodies whose length is not known before', async () => {
    const wrong = JSON.stringify({ name: 1, ecosystem: 'files', team_ids: [2] });
    const reply = await send(gzipSync(wrong), { 'Content-Encoding': 'gzip' });
    expectProblem(reply, 400, 'invalid-request');
    expect(JSON.parse(reply.text)).toMatchObject({ errors: [{ path: 'body.name', message: 'must be text' }] });
  });

  test('are a hundred at most', async () => {
    const reply = await send(registry({ team_ids: Array.from({ length: 1000 }, (_, index) => index) }));
    expectProblem(reply, 400, 'invalid-request');
    const { errors } = JSON.parse(reply.text) as { errors: readonly unknown[] };
    expect(errors).toHaveLength(100);
  });
});

describe('A body in another encoding than UTF-8 is rejected', () => {
  test.each([
    'application/json; charset=latin1',
    'application/json; charset=windows-1252',
    'application/json; charset=x-none',
  ])('%s', async (type) => {
    const message = expectProblem(await send(registry(), { 'Content-Type': type }), 415, 'unsupported-media-type');
    expect(message).toMatch(/^The body cannot be read: .*charset.*\. Send JSON in UTF-8\.$/i);
  });

  test('an unknown content encoding', async () => {
    expectProblem(await send(registry(), { 'Content-Encoding': 'x-none' }), 415, 'unsupported-media-type');
  });

  test('invalid gzip', async () => {
    expectProblem(await send(registry(), { 'Content-Encoding': 'gzip' }), 400, 'invalid-request');
  });

  test('gzip that ends early', async () => {
    const body = gzipSync(registry()).subarray(0, -10);
    expectProblem(await send(body, { 'Content-Encoding': 'gzip' }), 400, 'invalid-request');
  });
});

describe('Text that is not Unicode is rejected, and not replaced', () => {
  test.each<[string, string, string]>([
    ['a name', '"name": "u\\ud800w"', 'body.name'],
    ['a name, in capitals', '"name": "u\\uDfFfw"', 'body.name'],
    ['the halves of a pair in the wrong order', '"description": "\\udca7\\ud83d"', 'body.description'],
    ['an unknown property', '"unknown": "\\ud800"', 'body.unknown'],
    ['a nested value', '"oidc_policy": [{"iss": {"a": "\\ud800"}}]', 'body.oidc_policy.0.iss.a'],
    ['a nested value of great depth', `"x": ${'['.repeat(deep)}"\\ud800"${']'.repeat(deep)}`, 'body.0.0'],
    ['the name of a property', '"\\ud800": 1', 'body'],
    ['a nested name of a property', '"a": [{"\\udc00": 1}]', 'body.a.0'],
  ])('half a surrogate pair in %s', async (_, member, path) => {
    const reply = await send(registry().replace(/\}$/, `,${member}}`));
    expect(expectProblem(reply, 400, 'invalid-request')).toMatch(/surrogate pair/);
    const { errors } = JSON.parse(reply.text) as { errors: readonly { path: string }[] };
    expect(errors.map((error) => error.path.slice(0, path.length))).toEqual([path]);
  });

  test.each([
    ['a byte alone', Buffer.from('\xff', 'latin1')],
    ['a character that is too long', Buffer.from('\xc0\xaf', 'latin1')],
    ['half a surrogate pair', Buffer.from('\xed\xa0\x80', 'latin1')],
    ['a character that is cut', Buffer.from('\xe2\x82', 'latin1')],
  ])('bytes that are not UTF-8: %s', async (_, bytes) => {
    const [head = '', tail = ''] = registry({ description: '?' }).split('?');
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(tail)]);
    expect(expectProblem(await send(body), 400, 'invalid-request')).toBe('body: is not UTF-8; send JSON in UTF-8');
    const packed = await send(gzipSync(body), { 'Content-Encoding': 'gzip' });
    expect(expectProblem(packed, 400, 'invalid-request')).toBe('body: is not UTF-8; send JSON in UTF-8');
  });

  test.each(['utf-16', 'UTF-16LE', 'utf-32'])('JSON in %s', async (charset) => {
    const headers = { 'Content-Type': `application/json; charset=${charset}` };
    const message = expectProblem(
      await send(Buffer.from(registry(), 'utf16le'), headers),
      415,
      'unsupported-media-type',
    );
    expect(message).toContain('Send JSON in UTF-8.');
  });

  test('half a million values beside it are looked through', async () => {
    const body = `{"unknown": [${'[],'.repeat(340_000)}"\\ud800"]}`;
    expect(expectProblem(await send(body), 400, 'invalid-request')).toMatch(/^body\.unknown\.340000: /);
  });
});

describe('A body of another media type is rejected, naming the right one', () => {
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/merge-patch+json', 'application/jsonx'])(
    '%s',
    async (type) => {
      const message = expectProblem(await send(registry(), { 'Content-Type': type }), 415, 'unsupported-media-type');
      expect(message).toContain('application/json');
    },
  );
});

describe('A body of more than 1 MiB is rejected', () => {
  const mebibyte = 1024 * 1024;

  test('one byte too long', async () => {
    expectProblem(await send(`"${'x'.repeat(mebibyte - 1)}"`), 413, 'payload-too-large');
  });

  test('a gzip bomb of 128 MiB', async () => {
    // Members of gzip may follow one another.
    const member = gzipSync(Buffer.alloc(16 * mebibyte, 0x20));
    const bomb = Buffer.concat(Array.from({ length: 8 }, () => member));
    expect(bomb.length).toBeLessThan(mebibyte);
    expectProblem(await send(bomb, { 'Content-Encoding': 'gzip' }), 413, 'payload-too-large');
  });

  test('but not one that just fits', async () => {
    expectProblem(await send(`"${'x'.repeat(mebibyte - 2)}"`), 400, 'invalid-request');
  });

  test('without a length, before it has ended', async () => {
    const block = Buffer.alloc(64 * 1024, 0x20);
    // Never closed: who waits for its end waits for ever.
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(block) });
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, duplex: 'half' } as const;
    expectProblem(await replyOf(await abused.server.ask(abused.server.in(), init)), 413, 'payload-too-large');
  });
});

describe('Odd bodies that are fine', () => {
  test.each<[string, () => [NonNullable<RequestInit['body']>, Record<string, string>]]>([
    ['unknown properties', () => [registry({ unknown: 1, constructor: null, toString: 'x' }), {}]],
    ['a property __proto__', () => [registry().replace('{', '{"__proto__": {"public": true},'), {}]],
    [
      'a deeply nested unknown property',
      () => [registry().replace('{', `{"deep": ${'['.repeat(deep)}${']'.repeat(deep)},`), {}],
    ],
    ['in gzip', () => [gzipSync(registry()), { 'Content-Encoding': 'gzip' }]],
    ['in UTF-8 that says so', () => [registry(), { 'Content-Type': 'Application/JSON; charset="UTF-8"; foo=bar' }]],
    ['a surrogate pair in escapes', () => [registry().replace('{', '{"description": "\\ud83d\\uDCA7",'), {}]],
    ['a backslash before what looks like a surrogate', () => [registry({ description: '\\ud800' }), {}]],
    ['a byte order mark', () => [`\ufeff${registry()}`, {}]],
  ])('%s', async (_, make) => {
    const [body, headers] = make();
    const reply = await send(body, headers);
    expect(reply).toMatchObject({ status: 200 });
    expect(JSON.parse(reply.text)).toMatchObject({ ecosystem: 'files', public: false });
  });

  test('of properties that stand twice the last one counts', async () => {
    const reply = await send(
      registry().replace('{', '{"name": "first of two", "description": "a", "description": "b",'),
    );
    expect(reply).toMatchObject({ status: 200 });
    expect(JSON.parse(reply.text)).toMatchObject({ description: 'b', name: expect.stringMatching(/^r /) });
  });
});
