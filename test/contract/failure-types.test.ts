/** What writes the failures of a service returns what the service's description has, or does not compile. */
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { typesOf } from '../../openapi/generate/types-of-description.ts';
import { compile } from './compile-snippets.ts';
import { maven, oci } from './failure-shops.ts';

const errors = `{ errors: [{ code: 'UNKNOWN', message: detail }] }`;

const cases: readonly (readonly [title: string, of: string, code: string, says: string | undefined])[] = [
  ['the described form', 'oci', `({ detail }) => ({ type: 'application/json', body: ${errors} })`, undefined],
  [
    'the described form with status, headers and reason',
    'oci',
    `({ detail }, { values }) =>
      ({ status: 404, reason: detail, headers: { A: values['name'] ?? '' }, type: 'application/json', body: ${errors} })`,
    undefined,
  ],
  ['text', 'maven', `({ detail }) => ({ reason: detail, type: 'text/plain', body: detail })`, undefined],
  [
    'an undescribed status',
    'oci',
    `({ detail }) => ({ status: 418, type: 'application/json', body: ${errors} })`,
    `Type '418' is not assignable`,
  ],
  [
    'an undescribed media type',
    'oci',
    `({ detail }) => ({ type: 'text/plain', body: ${errors} })`,
    `Type '"text/plain"' is not assignable to type '"application/json"'`,
  ],
  [
    'an undescribed code',
    'oci',
    `({ detail }) => ({ type: 'application/json', body: { errors: [{ code: 'NO', message: detail }] } })`,
    `Type '"NO"' is not assignable`,
  ],
  ['another body', 'maven', `() => ({ type: 'text/plain', body: { message: 'no' } })`, `'message' does not exist`],
];

const fileOf = (name: string): string => path.resolve(import.meta.dirname, `${name}.snippet.ts`);

let messages: ReadonlyMap<string, readonly string[]>;
beforeAll(async () => {
  const snippets = new Map(
    await Promise.all(
      Object.entries({ oci, maven }).map(async ([name, document]) => {
        return [fileOf(name), await typesOf(JSON.stringify(document), name)] as const;
      }),
    ),
  );
  for (const [index, [, of, code]] of cases.entries())
    snippets.set(
      fileOf(`case-${index}`),
      `import type { FailureWriter } from '../../src/contract/failure-writer.ts';
       import type { operations } from './${of}.snippet.ts';
       export const write: FailureWriter<operations> = ${code};`,
    );
  messages = compile(snippets);
}, 60_000);

test.each(cases.map(([title, , , says], index) => [title, index, says] as const))('%s', (_, index, says) => {
  const found = messages.get(fileOf(`case-${index}`));
  if (says === undefined) expect(found).toEqual([]);
  else expect(found?.join('\n')).toContain(says);
});
