/** What does not fit the contract does not compile, and the compiler's message points at the place. */
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { compile } from './compile-snippets.ts';

/** A snippet, with the message of the compiler for the marked line. */
interface Case {
  readonly title: string;
  readonly code: string;
  /** Part of the message; undefined when the snippet is to compile. */
  readonly says: string | undefined;
}

const operation = (id: string, code: string): string => `export const it: Operation<'${id}'> = ${code};`;

const cases: readonly Case[] = [
  {
    title: 'an answer of the contract',
    code: operation('getHealth', `() => ({ status: 200, body: { status: 'ok' } })`),
    says: undefined,
  },
  {
    title: 'the same as a promise',
    code: operation('getHealth', `async () => ({ status: 200, body: { status: 'ok' } })`),
    says: undefined,
  },
  {
    title: 'an undeclared status',
    code: operation('getHealth', `() => ({ status: 201, body: { status: 'ok' } })`),
    says: `Type '201' is not assignable to type '200'`,
  },
  {
    title: 'an error status, which is to be thrown',
    code: operation('getPackage', `() => ({ status: 404, body: { message: 'no' } })`),
    says: `Type '404' is not assignable to type '200'`,
  },
  {
    title: 'a wrong value of an enumeration',
    code: operation('getHealth', `() => ({ status: 200, body: { status: 'fine' } })`),
    says: `Type '"fine"' is not assignable to type '"ok"'`,
  },
  {
    title: 'a missing property',
    code: operation('deletePackage', `({ path }) => ({ status: 200, body: { id: path.package } })`),
    says: `Property 'message' is missing`,
  },
  {
    title: 'a property of another type',
    code: operation('deletePackage', `() => ({ status: 200, body: { id: 7, message: 'gone' } })`),
    says: `Type 'number' is not assignable to type 'string'`,
  },
  {
    title: 'no body where there must be one',
    code: operation('getHealth', `() => ({ status: 200 })`),
    says: `Property 'body' is missing`,
  },
  {
    title: 'a missing required header',
    code: operation('listPackages', `() => ({ status: 200, headers: {}, body: { items: [], links: { self: 'x' } } })`),
    says: `Property 'Link' is missing`,
  },
  {
    title: 'no headers where one is required',
    code: operation('listPackages', `() => ({ status: 200, body: { items: [], links: { self: 'x' } } })`),
    says: `Property 'headers' is missing`,
  },
  {
    title: 'a header of another type',
    code: operation(
      'listPackages',
      `() => ({ status: 200, headers: { Link: 5 }, body: { items: [], links: { self: 'x' } } })`,
    ),
    says: `Type 'number' is not assignable to type 'string'`,
  },
  {
    title: 'JSON in the place of bytes',
    code: operation(
      'getPackageFile',
      `() => ({ status: 200, headers: { ETag: '', 'Last-Modified': '', 'Accept-Ranges': 'bytes', 'Content-Length': 1, 'Content-Disposition': '' }, body: { file: 1 } })`,
    ),
    says: `Type '{ file: number; }' is not assignable to type 'Bytes'`,
  },
  {
    title: 'a body where there must be none',
    code: operation(
      'getPackageFile',
      `() => ({ status: 304, headers: { ETag: '', 'Last-Modified': '' }, body: new Uint8Array() })`,
    ),
    says: `is not assignable to type`,
  },
  {
    title: 'a query parameter that the contract does not have',
    code: operation('listPackages', `({ query }) => { void query.filter; throw new Error(); }`),
    says: `Property 'filter' does not exist`,
  },
  {
    title: 'the query of an operation without one',
    code: operation('getPackage', `({ query }) => { void query.name; throw new Error(); }`),
    says: `Property 'name' does not exist`,
  },
  {
    title: 'an optional parameter taken for granted',
    code: operation('listPackages', `({ query }) => { query.name.trim(); throw new Error(); }`),
    says: `'query.name' is possibly 'undefined'`,
  },
  {
    title: 'a parameter with a default, which is always there',
    code: operation('listPackages', `({ query }) => { query.per_page.toFixed(); throw new Error(); }`),
    says: undefined,
  },
  {
    title: 'a header under another name than Node gives it',
    code: operation('getPackageFile', `({ headers }) => { void headers.Range; throw new Error(); }`),
    says: `Property 'Range' does not exist`,
  },
  {
    title: 'a header by its lower-case name',
    code: operation('getPackageFile', `({ headers }) => { void headers.range?.length; throw new Error(); }`),
    says: undefined,
  },
  {
    title: 'a path parameter that is not in the path',
    code: operation('getRegistry', `({ path }) => { void path.package; throw new Error(); }`),
    says: `Property 'package' does not exist`,
  },
  {
    title: 'something found that the path does not name',
    code: operation('getRegistry', `({ found }) => { void found.package; throw new Error(); }`),
    says: `Property 'package' does not exist`,
  },
  {
    title: 'something found that the query names',
    code: operation('copyPackage', `({ found }) => { found.to.ecosystem.trim(); throw new Error(); }`),
    says: undefined,
  },
  {
    title: 'something found that the query of another operation names',
    code: operation('getPackage', `({ found }) => { void found.to; throw new Error(); }`),
    says: `Property 'to' does not exist`,
  },
  {
    title: 'a conditional scope of the contract',
    code: operation('createAccessToken', `({ requireScope }) => { requireScope('read_user'); throw new Error(); }`),
    says: undefined,
  },
  {
    title: 'a scope that the operation does not list',
    code: operation('createAccessToken', `({ requireScope }) => { requireScope('fly'); throw new Error(); }`),
    says: `Argument of type '"fly"' is not assignable`,
  },
  {
    title: 'a conditional scope of an operation that lists none',
    code: operation('getPackage', `({ requireScope }) => { requireScope('read_user'); throw new Error(); }`),
    says: `Property 'requireScope' does not exist`,
  },
  {
    title: 'an uploaded file used as text',
    code: operation('publishPackage', `({ body }) => { body.file?.trim(); throw new Error(); }`),
    says: `Property 'trim' does not exist`,
  },
  {
    title: 'an uploaded file by its name and its digests',
    code: operation(
      'publishPackage',
      `({ body }) => { void [body.file?.fileName, body.file?.staged.digests.sha256]; throw new Error(); }`,
    ),
    says: undefined,
  },
  {
    title: 'an optional part taken for granted',
    code: operation('publishPackage', `({ body }) => { body.file.fileName.trim(); throw new Error(); }`),
    says: `'body.file' is possibly 'undefined'`,
  },
  {
    title: 'the body of an operation without one',
    code: operation('copyPackage', `({ body }) => { void body.to; throw new Error(); }`),
    says: `'body' is possibly 'undefined'`,
  },
  {
    title: 'an operation that the contract does not have',
    code: operation('sellPackage', `() => { throw new Error(); }`),
    says: `Type '"sellPackage"' does not satisfy the constraint`,
  },
  {
    title: 'a table in which an operation is missing',
    code: `const { getHealth, ...rest } = operations; export const it: typeof operations = rest; void getHealth;`,
    says: `Property 'getHealth' is missing`,
  },
  {
    title: 'a table in which an operation is undefined',
    code: `export const it: typeof operations = { ...operations, getHealth: undefined };`,
    says: `Type 'undefined' is not assignable to type 'Operation<`,
  },
  {
    title: 'a table with an operation too many',
    code: `export const it: typeof operations = { ...operations, sellPackage: operations.getHealth };`,
    says: `'sellPackage' does not exist in type 'Operations<`,
  },
  {
    title: 'an operation in the place of another',
    code: `export const it: typeof operations = { ...operations, getPackage: operations.getRegistry };`,
    says: `is not assignable to type 'Operation<`,
  },
  {
    title: 'an ecosystem that the server does not have',
    code: `import type { EcosystemId } from '../../src/model/values.ts'; export const it: EcosystemId = 'floppy';`,
    says: `Type '"floppy"' is not assignable to type`,
  },
];

const folder = import.meta.dirname;
const prelude = [
  `import type { Operation } from '../../src/serving/env.ts';`,
  `import { operations } from '../../src/api/index.ts';`,
].join(' ');

describe('the compiler', () => {
  let messages: ReadonlyMap<string, readonly string[]>;
  beforeAll(() => {
    messages = compile(new Map(cases.map(({ code }, index) => [fileName(index), `${prelude}\n${code}\n`])));
  });

  test.each(cases.map((one, index) => ({ ...one, file: fileName(index) })))('$title', ({ file, says }) => {
    const said = messages.get(file) ?? [];
    if (says === undefined) expect(said).toEqual([]);
    else expect(said.join('\n')).toContain(says);
  });
});

function fileName(index: number): string {
  return path.join(folder, `snippet-${index}.ts`);
}
