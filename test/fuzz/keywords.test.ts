/** Every rule of the contract is broken in a test: a new keyword of a schema must get a breaker of its own. */
import { expect, test } from 'vitest';
import { follow } from '../../src/contract/description.ts';
import { brokenRules } from './broken-drafts.ts';
import { breakers } from './schema-breakers.ts';
import { byteSubjects, subjects } from './subjects.ts';

const all = [...subjects, ...byteSubjects];

/** Keywords that have schemas by names, and in a list. */
const named = ['properties', 'patternProperties'];
const listed = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];

const said = new Set(
  all.flatMap(({ document, operation }) => {
    const schemas = [
      ...operation.parameters.map(({ schema }) => schema),
      ...[...(operation.body?.media.values() ?? [])].map(({ schema }) => schema),
    ];
    return schemas.flatMap((schema) => keywordsIn(document, schema));
  }),
);

const names = all.flatMap((subject) => brokenRules(subject).map(({ name }) => name));

test('every keyword of the schemas of requests is known, and no other', () => {
  expect(Object.keys(breakers).toSorted()).toEqual([...said].toSorted());
});

test.each(Object.entries(breakers).flatMap(([keyword, breaker]) => (typeof breaker === 'function' ? [keyword] : [])))(
  '%s is broken in some request',
  (keyword) => {
    // Every object of the contract lets more in.
    if (keyword === 'additionalProperties') return;
    expect(names.filter((name) => name.endsWith(` ${keyword}`))).not.toEqual([]);
  },
);

/** Finds keywords without regard to their meaning, so that unread ones are found as well. */
function keywordsIn(
  document: (typeof subjects)[number]['document'],
  schema: unknown,
  around: ReadonlySet<object> = new Set(),
): string[] {
  const target = follow<Readonly<Record<string, unknown>>>(document, schema);
  if (typeof target !== 'object' || around.has(target)) return [];
  const inside = new Set([...around, target]);
  const parts = Object.entries(target).flatMap(([keyword, part]): unknown[] => {
    if (named.includes(keyword)) return Object.values(part as object);
    if (listed.includes(keyword)) return part as unknown[];
    return keyword === 'items' || keyword === 'additionalProperties' ? [part] : [];
  });
  const isEmpty = (keyword: string): boolean =>
    named.includes(keyword) && Object.keys(Object(target[keyword])).length === 0;
  return [
    ...Object.keys(target).filter((keyword) => !isEmpty(keyword)),
    ...parts.flatMap((part) => keywordsIn(document, part, inside)),
  ];
}
