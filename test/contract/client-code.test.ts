/** The generated code of the client, for descriptions that the contract does not have. */
import { describe, expect, it } from 'vitest';
import { clientCode } from '../../openapi/generate/client-code.ts';
import { withDocComments } from '../../openapi/generate/doc-comments.ts';

const text = { type: 'string' };
const problem = (type: string, title: string, status: number) => ({
  description: title,
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: { [type]: { value: { type: `urn:larder:problem:${type}`, title, status } } },
    },
  },
});

const json = (schema: object) => ({ description: 'It', content: { 'application/json': { schema } } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const sound = {
  operationId: 'plantTree',
  summary: 'Plant a tree',
  description: 'Plants it. A comment ends with */ here.',
  security: [{ token: ['read_trees', 'write_trees'] }],
  parameters: [
    { name: 'organization', in: 'path', required: true, description: 'The slug.', schema: text },
    { name: 'depth', in: 'query', description: 'In metres.', schema: text },
    { name: 'If-Match', in: 'header', description: 'An ETag.', schema: text },
  ],
  requestBody: { required: true, content: { 'application/json': { schema: ref('TreeInput') } } },
  responses: { 200: json({ type: 'array', items: ref('Tree') }), 404: problem('not-found', 'Not found', 404) },
};

function generated(operation: object): ReadonlyMap<string, string> {
  const schemas = {
    Tree: { type: 'object', properties: { kind: text } },
    TreeInput: {
      type: 'object',
      required: ['kind'],
      properties: {
        kind: { ...text, description: 'The species.' },
        'leaf[size]': { $ref: '#/components/schemas/Size' },
      },
    },
    Size: { ...text, description: 'Of a leaf.' },
    Empty: { type: 'object' },
    Problem: { type: 'object' },
    ProblemType: { enum: ['urn:larder:problem:not-found', 'urn:larder:problem:frozen-ground'] },
  };
  const description = { info: { version: '1.2.3' }, paths: { '/{organization}/trees': { post: operation } } };
  return clientCode(JSON.stringify({ ...description, components: { schemas } }));
}

it('the table has what a call needs', () => {
  const table = generated(sound).get('operations.ts');
  expect(table).toContain('export const version = "1.2.3";');
  expect(table).toContain(
    'plantTree: {"method":"POST","path":"/{organization}/trees","query":["depth"],"headers":["If-Match"],"body":"json",' +
      '"replies":{"application/json":[200],"application/problem+json":[404]}},',
  );
});

it('a method has documentation, named types and flat parameters', () => {
  const methods = generated(sound).get('methods.ts') ?? '';
  expect(methods).toContain("import type { Tree, TreeInput, operations } from './api.ts';");
  expect(methods).toContain(`    /**
     * Plant a tree
     *
     * Plants it. A comment ends with *\\/ here.
     *
     * Needs the scopes \`read_trees\` and \`write_trees\`.
     *
     * Throws \`NotFoundError\` (404).
     *
     * \`POST /{organization}/trees\`
     */
    plantTree(parameters: PlantTreeParameters, options?: Options): Promise<readonly Tree[]>;`);
  expect(methods).toContain('    /** The species. */\n    readonly kind: TreeInput["kind"];');
  expect(methods).toContain('    /** Of a leaf. */\n    readonly "leaf[size]"?: TreeInput["leaf[size]"] | undefined;');
  expect(methods).toMatch(
    /The slug\. By default the one of the client\. \*\/\n {4}readonly organization\?: .* \| undefined;/,
  );
});

it('of several representations, the client reads JSON', () => {
  const page = {
    description: 'It',
    content: { 'text/html': { schema: text }, 'application/json': { schema: ref('Tree') } },
  };
  const code = generated({ ...sound, responses: { 200: page } });
  expect(code.get('operations.ts')).toContain('"replies":{"application/json":[200]}');
  expect(code.get('methods.ts')).toContain('Promise<Tree>;');
});

it('each type of problem has a class, also without an example', () => {
  const errors = generated(sound).get('errors.ts');
  expect(errors).toContain('/** Not found (404): `urn:larder:problem:not-found`. */\nexport class NotFoundError');
  expect(errors).toContain('/** `urn:larder:problem:frozen-ground`. */\nexport class FrozenGroundError');
  expect(errors).toContain('"urn:larder:problem:frozen-ground": FrozenGroundError,');
});

describe('generation fails if', () => {
  const named = (name: string) => ({
    ...sound,
    parameters: [...sound.parameters, { name, in: 'query', schema: text }],
  });
  it.each([
    [
      'two parameters have one name',
      named('organization'),
      'plantTree has two parameters or properties named organization',
    ],
    ['two names differ by case only', named('if-match'), 'plantTree has two parameters or properties named if-match'],
    ['a parameter has the name of a property', named('kind'), 'plantTree has two parameters or properties named kind'],
    [
      'a body has no named schema',
      { ...sound, requestBody: { content: { 'application/json': { schema: { properties: { kind: text } } } } } },
      'The body of plantTree has no named schema.',
    ],
    [
      'a body has no properties',
      { ...sound, requestBody: { content: { 'application/json': { schema: ref('Empty') } } } },
      'The body of plantTree has no properties.',
    ],
    [
      'a response has no named schema',
      { ...sound, responses: { 200: json({ type: 'object' }) } },
      'A response of plantTree has no named schema.',
    ],
  ])('%s', (_, operation, message) => {
    expect(() => generated(operation)).toThrow(message);
  });
});

describe('a comment of openapi-typescript', () => {
  it.each([
    ['/** @description A tree. */', '/** A tree. */'],
    ['/** @example oak */', '/** @example oak */'],
    [
      '/**\n * Format: date-time\n * @description When it was\n *     planted.\n * @example 2024\n */',
      '/**\n * When it was\n * planted.\n *\n * Format: date-time\n * @example 2024\n */',
    ],
    ['/**\n * Plant\n * @description Plants it.\n */', '/**\n * Plant\n *\n * Plants it.\n */'],
    ['/** Format: uuid */', '/** Format: uuid */'],
  ])('%j becomes documentation', (written, expected) => {
    expect(withDocComments(written)).toBe(expected);
    expect(withDocComments(`    ${written.replaceAll('\n', '\n    ')}`)).toBe(
      `    ${expected.replaceAll('\n', '\n    ')}`,
    );
  });
});
