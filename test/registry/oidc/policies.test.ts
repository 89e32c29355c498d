/** Policies are evaluated like in a second, naive evaluator, which uses the policy as it was written. */
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  dictionary,
  oneof,
  record,
  string,
  tuple,
  uniqueArray,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/registry/oidc/evaluate.ts';
import { readPolicy } from '../../../src/registry/oidc/policy.ts';
import { rounds } from '../../fixtures/rounds.ts';

type Scalar = string | number | boolean | null;
interface Written {
  readonly iss: string;
  readonly scopes?: readonly string[];
  readonly claims?: Readonly<Record<string, unknown>>;
}

// Few values, so that rules hold as often as they do not.
const text = string({ unit: constantFrom('a', 'b', '/', '*', '?', '.', '🍌'), maxLength: 5 });
const scalar: Arbitrary<Scalar> = oneof(text, constantFrom(0, 1, '1', '0', true, false, 'true', null, 'null'));
const rule = oneof(
  scalar,
  record(
    {
      equals: scalar,
      not_equals: scalar,
      in: array(scalar, { maxLength: 4 }),
      not_in: array(scalar, { maxLength: 4 }),
      matches: oneof(text, array(text, { maxLength: 3 })),
    },
    { requiredKeys: [] },
  ),
);
const name = constantFrom('branch', 'build', 'agent_tag:queue', 'constructor', 'iss');
const issuer = constantFrom('https://a.example', 'https://b.example');
const statement: Arbitrary<Written> = record(
  {
    iss: issuer,
    scopes: uniqueArray(constantFrom('read_packages', 'write_packages', 'delete_packages')),
    claims: dictionary(name, rule, { maxKeys: 3 }),
  },
  { requiredKeys: ['iss'] },
);
const claims = tuple(issuer, dictionary(name, oneof(scalar, array(scalar, { maxLength: 2 })), { maxKeys: 5 })).map(
  ([iss, more]): Record<string, unknown> => ({ iss, ...more }),
);

describe('a policy', () => {
  it('matches what a naive evaluator matches, in thousands of cases', async () => {
    const cases = rounds(10_000);
    let matches = 0;
    await assert(
      asyncProperty(array(statement, { maxLength: 4 }), claims, async (written, token) => {
        const statements = await readPolicy(JSON.stringify(written));
        const { matched, statements: explained } = evaluate(statements, token);
        const naive = written.map((one) => naivelyMatches(one, token));
        expect(explained.map((one) => one.matched)).toEqual(naive);
        expect(matched).toBe(naive.includes(true) ? naive.indexOf(true) : null);
        if (matched !== null) {
          matches += 1;
          expect(statements[matched]?.scopes).toEqual(written[matched]?.scopes ?? ['read_packages', 'write_packages']);
        }
      }),
      { numRuns: cases },
    );
    // Otherwise nearly all cases would be of one kind.
    expect(matches).toBeGreaterThan(cases / 10);
    expect(matches).toBeLessThan(cases * 0.9);
  });

  it.each([
    ['*', '', true],
    ['?', '', false],
    ['feature/*', 'feature/a/b', true],
    ['feature/*', 'feature', false],
    ['v?.?', 'v1.2', true],
    ['v?.?', 'v10.2', false],
    ['?', '🍌', true],
    ['*a*b*', 'xxaxxbxx', true],
    ['*a*b', 'xxbxxa', false],
    ['a.c', 'abc', false],
    ['main', 'main\n', false],
  ])('glob %j on %j: %s', async (glob, value, expected) => {
    const statements = await readPolicy(JSON.stringify([{ iss: 'i', claims: { c: { matches: glob } } }]));
    expect(evaluate(statements, { iss: 'i', c: value }).matched).toBe(expected ? 0 : null);
  });

  it('does not look for claims in the prototype of objects', async () => {
    const statements = await readPolicy(JSON.stringify([{ iss: 'i', claims: { toString: { not_equals: 'a' } } }]));
    expect(evaluate(statements, { iss: 'i' }).matched).toBeNull();
  });
});

/** Every matcher as one sentence of the documentation; globs by regular expressions. */
function naivelyMatches({ iss, claims: rules = {} }: Written, token: Readonly<Record<string, unknown>>): boolean {
  if (token['iss'] !== iss) return false;
  for (const [claim, written] of Object.entries(rules)) {
    if (!Object.keys(token).includes(claim)) return false;
    const actual = token[claim];
    const matchers: Record<string, unknown> =
      typeof written === 'object' && written !== null ? { ...written } : { equals: written };
    for (const [matcher, argument] of Object.entries(matchers)) {
      const list = Array.isArray(argument) ? argument : [argument];
      switch (matcher) {
        case 'equals':
          if (!Object.is(actual, argument)) return false;
          break;
        case 'not_equals':
          if (Object.is(actual, argument)) return false;
          break;
        case 'in':
          if (list.filter((one) => Object.is(one, actual)).length === 0) return false;
          break;
        case 'not_in':
          if (list.filter((one) => Object.is(one, actual)).length > 0) return false;
          break;
        default:
          if (
            typeof actual === 'string' &&
            list.filter((glob) => globExpression(String(glob)).test(actual)).length === 0
          )
            return false;
      }
    }
  }
  return true;
}

function globExpression(glob: string): RegExp {
  const source = glob.replace(/[.+^${}()|[\]\\/]/g, String.raw`\$&`);
  return new RegExp(`^${source.replaceAll('*', '[^]*').replaceAll('?', '[^]')}$`, 'u');
}
