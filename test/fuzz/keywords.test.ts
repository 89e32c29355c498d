/** No rule of the contract goes unbroken: what a later schema says must get a breaker of its own. */
import { expect, test } from 'vitest';
import { follow } from '../../src/contract/description.ts';
import { brokenRules } from './broken-drafts.ts';
import { breakers } from './schema-breakers.ts';
import { subjects } from './subjects.ts';

const said = new Set(
  subjects.flatMap(({ document, operation }) => {
    const schemas = [
      ...operation.parameters.map(({ schema }) => schema),
      ...[...(operation.body?.media.values() ?? [])].map(({ schema }) => schema),
    ];
    return schemas.flatMap((schema) => keywordsIn(document, schema));
  }),
);

const names = subjects.flatMap((subject) => brokenRules(subject).map(({ name }) => name));

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

/** Found without regard for what they mean, so that one which nobody looks into is found as well. */
function keywordsIn(document: (typeof subjects)[number]['document'], schema: unknown): string[] {
  const { properties = {}, items, ...rest } = follow<Parts>(document, schema);
  const parts = [...Object.values(properties), ...(items === undefined ? [] : [items]), ...(rest.oneOf ?? [])];
  return [
    ...Object.keys(rest),
    ...(Object.keys(properties).length > 0 ? ['properties'] : []),
    ...(items === undefined ? [] : ['items']),
    ...parts.flatMap((part) => keywordsIn(document, part)),
  ];
}

interface Parts {
  readonly properties?: object;
  readonly items?: unknown;
  readonly oneOf?: readonly unknown[];
}
