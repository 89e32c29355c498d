/** Each of our rules works: a description with a single fault is rejected for this fault and no other. */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../../openapi/rules/plugin.ts';
import { broken, type Broken } from './broken-descriptions.ts';
import { lint, type Problem } from './lint.ts';
import { soundDescription } from './sound-description.ts';

const cases = Object.entries(broken).flatMap(([rule, all]) => all.map((one) => ({ rule, ...one })));
let found: readonly (readonly Problem[])[] = [];

beforeAll(async () => {
  found = await lint([soundDescription, ...cases.map(({ change }) => changed(change))]);
});

test('a sound description is not rejected', () => {
  expect(found[0]).toEqual([]);
});

test.each(Object.keys(rules))('%s is broken here, and an error of every description', async (rule) => {
  expect(broken[rule]).not.toHaveLength(0);
  const configuration = parse(await readFile('redocly.yaml', 'utf8')) as Configuration;
  expect(configuration.rules[`larder/${rule}`]).toBe('error');
  // An entry of a description could turn it off there.
  expect(configuration).not.toHaveProperty('apis');
});

describe.each(Object.keys(broken))('%s', (rule) => {
  const own = cases.flatMap((one, index) => (one.rule === rule ? ([[titleOf(one), { ...one, index }]] as const) : []));

  test.each(own)('rejects %s', (_, { index, reports, others = [] }) => {
    const expected = reports.map(([pointer, says]) => `${rule} at ${pointer}: ${says}`);
    const all = found[index + 1] ?? [];
    const problems = all.filter((one) => !others.includes(one.rule)).map((problem) => asExpected(problem, reports));
    expect(new Set(all.map((one) => one.rule))).toEqual(new Set([rule, ...others]));
    expect(problems.toSorted()).toEqual(expected.toSorted());
  });
});

/** In one line, with no more of the message than was expected there. */
function asExpected({ rule, pointer, message }: Problem, reports: Broken['reports']): string {
  const [, says] = reports.find(([place, part]) => place === pointer && message.includes(part)) ?? [];
  return `${rule} at ${pointer}: ${says ?? message}`;
}

interface Configuration {
  readonly rules: Readonly<Record<string, string>>;
}

function titleOf({ change: [pointer, value] }: Broken): string {
  return value === undefined ? `a description without ${pointer}` : `${JSON.stringify(value)} at ${pointer}`;
}

function changed([pointer, value]: Broken['change']): object {
  // Not `structuredClone`, which preserves objects that are shared between several places.
  const description: unknown = JSON.parse(JSON.stringify(soundDescription));
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop() ?? '';
  // The walk covers objects and arrays, to the depth of the sound description.
  const parent = keys.reduce((node, key) => (node as Record<string, unknown>)[key], description) as Record<
    string,
    unknown
  >;
  parent[last] = value;
  return description as object;
}
