/** English texts follow the style of CONTRIBUTING.md, as far as patterns can check it. */
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { docstringRules, proseRules, type ProseRule } from './prose-rules.ts';
import { textsOfDescription, textsOfDocument, textsOfSource, type Text } from './prose-texts.ts';

const root = path.resolve(import.meta.dirname, '../..');

test.each([
  ['comments and messages', 'src/**/*.{ts,js}', textsOfSource],
  ['descriptions', 'openapi/{components,examples,native,pages,paths,workflows}/**/*.yaml', textsOfDescription],
  ['descriptions of services', 'openapi/*.yaml', textsOfDescription],
  ['documents', '{README,CONTRIBUTING}.md', textsOfDocument],
  ['READMEs of folders', 'src/**/README.md', textsOfDocument],
] as const)('%s have no pattern that the style excludes', async (_, pattern, textsOf) => {
  const faults: string[] = [];
  let count = 0;
  for await (const file of glob(pattern, { cwd: root, exclude: ['**/node_modules/**', 'src/contract/**'] })) {
    for (const text of await textsOf(path.join(root, file))) {
      count += 1;
      faults.push(...faultsOf(text));
    }
  }
  expect(faults).toEqual([]);
  expect(count).toBeGreaterThan(0);
});

test.each([
  ['The server answers 404.', 'answer'],
  ['Tells who is there.', 'tell'],
  ['That is no token.', 'is no'],
  ['There is no token.', undefined],
  ['It is no longer valid.', undefined],
  ['Call `answer()`.', undefined],
] as const)('the rules find the fault in %j', (text, word) => {
  const faults = faultsOf({ at: 'here', text, kind: 'other' });
  expect(faults.length > 0).toBe(word !== undefined);
});

function faultsOf({ at, text, kind }: Text): string[] {
  // Code in backticks and quoted values are not prose.
  const prose = text
    .replaceAll(/`[^`\n]*`/g, '`code`')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const rules: readonly ProseRule[] = kind === 'docstring' ? [...docstringRules, ...proseRules] : proseRules;
  return rules.flatMap(({ pattern, better }) => {
    const found = pattern.exec(prose);
    if (!found) return [];
    const around = prose.slice(Math.max(found.index - 40, 0), found.index + 60);
    return [`${path.relative(root, at)}: "${found[0]}" in "${around}": use ${better}`];
  });
}
