/** English texts follow the style of CONTRIBUTING.md, as far as patterns can check it. */
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { docstringRules, proseRules } from './prose-rules.ts';
import {
  commentsOfSource,
  textsOfDescription,
  textsOfDocument,
  textsOfSource,
  titlesOfTests,
  type Text,
} from './prose-texts.ts';

const root = path.resolve(import.meta.dirname, '../..');

test.each([
  ['comments and messages', '{openapi,scripts,src}/**/*.{ts,js}', textsOfSource],
  ['comments in tests', 'test/**/*.{ts,js}', commentsOfSource],
  ['descriptions', 'openapi/{components,examples,native,pages,paths,workflows}/**/*.yaml', textsOfDescription],
  ['descriptions of services', 'openapi/*.yaml', textsOfDescription],
  ['documents', '{README,CONTRIBUTING}.md', textsOfDocument],
  ['READMEs of folders', 'src/**/README.md', textsOfDocument],
  ['test names', 'test/**/*.test.ts', titlesOfTests],
] as const)('%s have no pattern that the style excludes', async (_, pattern, textsOf) => {
  const faults: string[] = [];
  let count = 0;
  for await (const file of glob(pattern, { cwd: root, exclude: ['**/node_modules/**'] })) {
    for (const text of await textsOf(path.join(root, file))) {
      count += 1;
      faults.push(...faultsOf(text));
    }
  }
  expect(faults).toEqual([]);
  expect(count).toBeGreaterThan(0);
});

test.each([...proseRules, ...docstringRules].map(({ pattern, wrong, right }) => [String(pattern), wrong, right]))(
  'the rule %s rejects %j and accepts %j',
  (_, wrong, right) => {
    const [faults, none] = [wrong, right].map((text) => faultsOf({ at: 'here', text, kind: 'docstring' }));
    expect([faults?.length, none]).toEqual([1, []]);
  },
);

test('code in backticks is not prose', () => {
  expect(faultsOf({ at: 'here', text: 'Calls `answer()` with the result.', kind: 'other' })).toEqual([]);
});

function faultsOf({ at, text, kind }: Text): string[] {
  const prose = text
    .replaceAll(/`[^`\n]*`/g, '`code`')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return [...proseRules, ...(kind === 'docstring' ? docstringRules : [])].flatMap(({ pattern, better }) => {
    const found = pattern.exec(prose);
    if (!found) return [];
    const around = prose.slice(Math.max(found.index - 40, 0), found.index + 60);
    return [`${path.relative(root, at)}: "${found[0]}" in "${around}". Use ${better}`];
  });
}
