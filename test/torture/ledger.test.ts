/** The torture finds each way in which changes can differ from the requests. */
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/changes.ts';
import { createLedger } from './ledger.ts';

type Request = readonly [kind: Change['kind'], detail: string, result: 'made' | 'not made' | 'no response'];

/** Requests that change version 1 one after the other, each after the first `after` changes were read. */
function ledgerOf(
  requests: readonly Request[],
  after = 0,
): (...changes: readonly (readonly [string, string])[]) => void {
  const ledger = createLedger();
  for (const [kind, detail, result] of requests) {
    const settle = ledger.begin({ kind, registry: 'shelf', subject: '1', detail }, after);
    if (result !== 'no response') settle(result);
  }
  return (...changes) =>
    ledger.settle(
      'shelf',
      changes.map(([kind, detail], index) => changeOf(kind as Change['kind'], detail, index + 1)),
    );
}

function changeOf(kind: Change['kind'], detail: string, revision: number): Change {
  const details = kind === 'change' ? { standings: [{ standing: detail }], tags: [] } : { sha256: detail };
  const pkg = { id: 'id', version: '1', variant: null };
  return { registryId: 'r', revision, kind, name: 'demo', package: pkg, details, by: null, at: new Date(0) };
}

const life: readonly Request[] = [
  ['publish', 'a', 'made'],
  ['change', 'unlisted', 'no response'],
  ['change', 'withdrawn', 'not made'],
  ['delete', 'a', 'made'],
];

describe('the changes of requests', () => {
  it('may lack those without a response', () => {
    ledgerOf(life)(['publish', 'a'], ['delete', 'a']);
    ledgerOf(life)(['publish', 'a'], ['change', 'unlisted'], ['delete', 'a']);
  });

  it.each<[string, readonly (readonly [string, string])[], RegExp]>([
    ['without a confirmed one', [['publish', 'a']], /have no delete that an answer promised/],
    ['without the first one', [['delete', 'a']], /have no publish that an answer promised/],
    [
      'with one twice',
      [
        ['publish', 'a'],
        ['publish', 'a'],
        ['delete', 'a'],
      ],
      /no request made change 2, a publish/,
    ],
    [
      'in another order',
      [
        ['delete', 'a'],
        ['publish', 'a'],
      ],
      /have no publish that an answer promised/,
    ],
    [
      'with other bytes',
      [
        ['publish', 'b'],
        ['delete', 'a'],
      ],
      /no request made change 1, a publish/,
    ],
    [
      'with a rejected one',
      [
        ['publish', 'a'],
        ['change', 'withdrawn'],
      ],
      /no request made change 2, a change/,
    ],
  ])('break a promise %s', (_, changes, reason) => {
    expect(() => ledgerOf(life)(...changes)).toThrow(reason);
  });

  it('break a promise if they were made before they were requested', () => {
    expect(() => ledgerOf([['publish', 'a', 'made']], 1)(['publish', 'a'])).toThrow(
      /change 1 was requested after change 1/,
    );
  });

  it('belong to one call only', () => {
    const settle = ledgerOf([['publish', 'a', 'no response']]);
    settle();
    expect(() => settle(['publish', 'a'])).toThrow(/no request made change 1/);
  });
});
