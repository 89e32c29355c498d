/** Bodies that are bytes, and base64 in JSON, as the client sends them: untouched. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { typesOf } from '../../openapi/generate/types-of-description.ts';
import { describes } from '../../src/client/read-answer.ts';
import { compile } from '../contract/compile-snippets.ts';
import { jsonBodies, rawBodies } from '../contract/bytes-descriptions.ts';
import { problem, startScripted } from './scripted-server.ts';

const registry = '/v2/packages/organizations/{organization}/registries/{registry}';
const params = { path: { organization: 'acme', registry: 'shelf' } };
const content = Uint8Array.of(0, 255, 10, 123);

/** No operation of the API has such a body, but the types. */
const asBody = (body: unknown): never => body as never;

describe('A body of bytes', () => {
  it.each([
    ['an array', () => content, 'application/octet-stream'],
    ['a part of an array', () => Uint8Array.of(1, ...content).subarray(1), 'application/octet-stream'],
    ['a Blob', () => new Blob([content]), 'application/octet-stream'],
    ['a Blob with a type', () => new Blob([content], { type: 'application/gzip' }), 'application/gzip'],
    ['a stream', () => new Blob([content]).stream(), 'application/octet-stream'],
  ])('%s goes out as it is', async (_, make, type) => {
    const { larder, asked } = await startScripted([problem(404)]);
    await larder.PATCH(registry, { params, body: asBody(make()) });
    expect(asked.map(({ body, headers }) => [body, headers['content-type']])).toEqual([[Buffer.from(content), type]]);
  });

  it('has the media type that the call names', async () => {
    const { larder, asked } = await startScripted([problem(404)]);
    const headers = { 'Content-Type': 'application/vnd.oci.image.manifest.v1+json' };
    await larder.PATCH(registry, { params, headers, body: asBody(content) });
    expect(asked[0]?.headers['content-type']).toBe(headers['Content-Type']);
  });

  it('is sent again, unless it is a stream', async () => {
    const busy = { ...problem(503), headers: { 'Retry-After': '0' } };
    const { larder, asked } = await startScripted([busy, problem(404)]);
    expect((await larder.PATCH(registry, { params, body: asBody(content) })).status).toBe(404);
    expect(asked.map(({ body }) => body)).toEqual([Buffer.from(content), Buffer.from(content)]);
    const { larder: another } = await startScripted([busy, problem(404)]);
    const reply = await another.PATCH(registry, { params, body: asBody(new Blob([content]).stream()) });
    expect(reply.status).toBe(503);
  });

  it('is JSON if it is a string, or has base64 in it', async () => {
    const { larder, asked } = await startScripted([problem(404)]);
    await larder.PATCH(registry, { params, body: asBody('1.0.0') });
    await larder.PATCH(registry, { params, body: asBody({ data: 'YQ==' }) });
    expect(asked.map(({ body }) => body.toString())).toEqual(['"1.0.0"', '{"data":"YQ=="}']);
  });
});

it.each([
  ['*/*', 'image/png', true],
  ['*/*', '', false],
  ['text/*', 'text/csv', true],
  ['text/*', 'textual/csv', false],
  ['application/json', 'application/json', true],
  ['application/json', 'application/problem+json', false],
])('%s describes %s: %s', (described, given, expected) => {
  expect(describes(described, given)).toBe(expected);
});

/** Bodies of calls, and a part of the compiler's message: undefined if it compiles. */
const bodies: readonly (readonly [operation: string, body: string, says?: string])[] = [
  ['putAny', 'new Uint8Array()'],
  ['putAny', 'new Blob([])'],
  ['putAny', 'new Blob([]).stream()'],
  ['putAny', '{ a: 1 }', `does not exist in type 'RawBody'`],
  ['putAny', '"text"', 'is not assignable'],
  ['putPackage', '{ name: "x", _attachments: { "a.tgz": { data: "YQ==" } } }'],
  ['putPackage', '{ name: "x", _attachments: { "a.tgz": { data: new Blob([]) } } }', 'is not assignable'],
];

it('types take bytes of every kind, and base64 as text', async () => {
  const description = {
    ...rawBodies,
    paths: { ...rawBodies.paths, '/putPackage': jsonBodies.paths['/putPackage'] },
    components: {
      schemas: { ...rawBodies.components?.['schemas'], ...jsonBodies.components?.['schemas'] },
    },
  };
  const file = (index: number): string => path.join(import.meta.dirname, `raw-snippet-${index}.ts`);
  const types = path.join(import.meta.dirname, 'raw-snippet-types.ts');
  const snippets = bodies.map(([operation, body], index): [string, string] => [
    file(index),
    `import type { Init } from '../../src/client/methods.ts';
     import type { operations } from './raw-snippet-types.ts';
     export const body: Init<operations['${operation}']>['body'] = ${body};`,
  ]);
  const messages = compile(new Map([[types, await typesOf(JSON.stringify(description), 'a test')], ...snippets]));
  for (const [index, [operation, body, says]] of bodies.entries()) {
    const said = messages.get(file(index)) ?? [];
    if (says === undefined) expect({ operation, body, said }).toEqual({ operation, body, said: [] });
    else expect(said.join('\n')).toContain(says);
  }
});
