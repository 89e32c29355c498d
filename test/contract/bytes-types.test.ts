/** The types of operations that receive and return bytes, as generated from a description. */
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { typesOf } from '../../openapi/generate/types-of-description.ts';
import { formBodies, jsonBodies, lineBodies, plainBodies } from './bytes-descriptions.ts';
import { bytes, describedBodies } from './bytes-shop.ts';
import { compile } from './compile-snippets.ts';

const described = describedBodies({
  putAny: { required: true, content: { '*/*': { schema: bytes } } },
  putBytes: { required: false, content: { 'application/octet-stream': { schema: bytes } } },
  putForm: {
    required: true,
    content: { 'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file: bytes } } } },
  },
});
const { components } = jsonBodies;
const paths = Object.assign({}, ...[jsonBodies, lineBodies, formBodies, plainBodies].map((one) => one.paths)) as object;
const replying = (content: object): object => ({ responses: { 200: { description: 'Bytes.', content } } });
const description = {
  ...described,
  components,
  paths: {
    ...described.paths,
    ...paths,
    '/any': { get: { operationId: 'getAny', ...replying({ '*/*': { schema: bytes } }) } },
    '/text': {
      get: { operationId: 'getText', ...replying({ 'text/*': { schema: bytes }, 'image/png': { schema: bytes } }) },
    },
  },
};

/** A snippet, and a part of the compiler's message: undefined if it compiles. */
const cases: readonly (readonly [title: string, id: string, code: string, says: string | undefined])[] = [
  [
    'a raw body is an upload',
    'putAny',
    `({ body }) => { void [body.fileName, body.mediaType, body.staged.size]; throw new Error(); }`,
    undefined,
  ],
  ['a raw body is not text', 'putAny', `({ body }) => { body.trim(); throw new Error(); }`, `'trim' does not exist`],
  [
    'a raw body that need not be there may be undefined',
    'putBytes',
    `({ body }) => { void body.staged; throw new Error(); }`,
    `'body' is possibly 'undefined'`,
  ],
  [
    'a raw body that need not be there is an upload',
    'putBytes',
    `({ body }) => { void body?.staged.size; throw new Error(); }`,
    undefined,
  ],
  [
    'a file of a form is an upload',
    'putForm',
    `({ body }) => { void body.file.staged.size; throw new Error(); }`,
    undefined,
  ],
  [
    'base64 in JSON is an upload, beside text',
    'putOthers',
    `({ body }) => { void [body.title?.trim(), body.x?.staged.size]; throw new Error(); }`,
    undefined,
  ],
  [
    'base64 in JSON is not text',
    'putPackage',
    `({ body }) => { body._attachments?.['a.tgz']?.data.trim(); throw new Error(); }`,
    `'trim' does not exist`,
  ],
  [
    'base64 in a list is an upload',
    'putList',
    `({ body }) => { void body.map(({ staged }) => staged.size); throw new Error(); }`,
    undefined,
  ],
  [
    'base64 in a tree is an upload',
    'putTree',
    `({ body }) => { void body.below?.[0]?.below?.[0]?.data?.staged.size; throw new Error(); }`,
    undefined,
  ],
  [
    'base64 that may be null',
    'putChoice',
    `({ body }) => { if (body.kind === 'file') void body.data?.staged.size; throw new Error(); }`,
    undefined,
  ],
  ['a bare string of base64', 'putString', `({ body }) => { void body.staged; throw new Error(); }`, undefined],
  [
    'base64 in a line is an upload',
    'putCommit',
    `({ body }) => { for (const line of body) if (line.key === 'file') void line.value.content.staged; throw new Error(); }`,
    undefined,
  ],
  [
    'files that come several times are a list of uploads, texts a list of texts',
    'putRepeated',
    `({ body }) => { void [body.more?.[0]?.staged.size, body.classifiers[0]?.trim()]; throw new Error(); }`,
    undefined,
  ],
  [
    'files of any name are uploads',
    'putAnyFile',
    `({ body }) => { void Object.values(body).map(({ staged }) => staged.size); throw new Error(); }`,
    undefined,
  ],
  [
    'fields of a URL encoding',
    'putFields',
    `({ body }) => { void [body.paths.length, body.expand?.length]; throw new Error(); }`,
    undefined,
  ],
  ['a bare string', 'putTag', `({ body }) => { void body.trim(); throw new Error(); }`, undefined],
  [
    'JSON that need not be there',
    'putOptional',
    `({ body }) => { void body.name; throw new Error(); }`,
    `'body' is possibly 'undefined'`,
  ],
  ['a reply of any type names it', 'getAny', `() => ({ status: 200, type: 'a/b', body: new Uint8Array() })`, undefined],
  [
    'a reply of any type without one',
    'getAny',
    `() => ({ status: 200, body: new Uint8Array() })`,
    `Property 'type' is missing`,
  ],
  [
    'a reply with an invalid type',
    'getAny',
    `() => ({ status: 200, type: 'nonsense', body: new Uint8Array() })`,
    `'"nonsense"' is not assignable to type`,
  ],
  ['a type of a range', 'getText', `() => ({ status: 200, type: 'text/csv', body: new Uint8Array() })`, undefined],
  [
    'the type beside a range',
    'getText',
    `() => ({ status: 200, type: 'image/png', body: new Uint8Array() })`,
    undefined,
  ],
  [
    'a type of another range',
    'getText',
    `() => ({ status: 200, type: 'image/gif', body: new Uint8Array() })`,
    `'"image/gif"' is not assignable to type`,
  ],
];

const folder = import.meta.dirname;
const typesFile = path.join(folder, 'snippet-types.ts');
const prelude = [
  `import type { Operation } from '../../src/contract/operation.ts';`,
  `import type { operations } from './snippet-types.ts';`,
  `interface Env { caller: unknown; found: object; context: unknown; staged: { size: number; discard(): Promise<void> } }`,
].join('\n');

describe('the compiler', () => {
  let messages: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => {
    const snippets = cases.map(([, id, code], index): [string, string] => [
      fileName(index),
      `${prelude}\nexport const it: Operation<operations['${id}'], never, Env> = ${code};\n`,
    ]);
    messages = compile(new Map([[typesFile, await typesOf(JSON.stringify(description), 'a test')], ...snippets]));
  });

  test.each(cases.map(([title, , , says], index) => ({ title, says, file: fileName(index) })))(
    '$title',
    ({ file, says }) => {
      const said = messages.get(file) ?? [];
      if (says === undefined) expect(said).toEqual([]);
      else expect(said.join('\n')).toContain(says);
    },
  );
});

function fileName(index: number): string {
  return path.join(folder, `bytes-snippet-${index}.ts`);
}
