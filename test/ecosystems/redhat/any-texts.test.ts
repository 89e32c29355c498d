/** Lists with any texts, as a reader of XML gets them: no accepted package breaks the lists for others. */
import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import { present } from '../../clients/programs.ts';
import { rounds } from '../../fixtures/rounds.ts';
import type { RpmRecipe } from '../../fixtures/rpm-package.ts';
import { listRpms, readRpm } from './read-rpm.ts';

/** Texts with the characters that XML, attributes and lists treat differently; not all of them are UTF-8. */
const piece = fc.oneof(
  fc.constantFrom(...'<>&"\'\t\n\r\x01\x1e\x7f\u0085\ufffe\ufffd]-:/ é日😀(a'),
  fc.constantFrom(']]>', '<!--', '&amp;', '&#0;', '</package>', '<?xml ', '\r\n'),
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const bytes = fc.oneof(
  text,
  fc.uint8Array({ maxLength: 8 }).map((all) => all.filter((byte) => byte !== 0)),
);

const recipe: fc.Arbitrary<RpmRecipe> = fc.record({
  files: fc.array(
    text.map((path) => ({ path: `/${path}`, content: '' })),
    { maxLength: 2 },
  ),
  dependencies: fc.record({
    requires: fc.array(fc.record({ name: text, flags: fc.constantFrom(0, 8), version: text }), { maxLength: 2 }),
    suggests: fc.array(fc.record({ name: text }), { maxLength: 2 }),
  }),
  changes: fc.array(fc.record({ time: fc.nat(), author: text, text }), { maxLength: 2 }),
  tags: fc.tuple(bytes, bytes, bytes).map(
    ([summary, description, url]) =>
      new Map([
        [1004, { i18n: [summary] }],
        [1005, { i18n: [description] }],
        [1020, { string: url }],
      ]),
  ),
});

/** Parses each list, and writes the names of the packages in it. */
const reader = `import json, sys, xml.etree.ElementTree as tree
def name(package): return package.get('name') or package.find('{*}name').text
lists = [tree.fromstring(text) for text in json.load(sys.stdin)]
json.dump([[name(one) for one in list] for list in lists], sys.stdout)`;

describe.skipIf(!present('python3'))("Python's reader of XML", () => {
  test('reads the lists with every package that is accepted', async () => {
    const accepted: RpmRecipe[] = [];
    for (const one of fc.sample(recipe, { numRuns: rounds(200), seed: 11 })) {
      const named = { ...one, name: `package-${accepted.length}` };
      if (await isAccepted(named)) accepted.push(named);
    }
    const { primary, filelists, other } = await listRpms(...accepted);
    const input = JSON.stringify([primary, filelists, other]);
    const { stdout, stderr } = spawnSync('python3', ['-c', reader], { input, encoding: 'utf8', maxBuffer: 2 ** 26 });
    const names = accepted.map((_, n) => `package-${n}`);
    expect(names.length).toBeGreaterThan(10);
    expect(JSON.parse(stdout || 'null'), stderr).toEqual([names, names, names]);
  });
});

async function isAccepted(one: RpmRecipe): Promise<boolean> {
  try {
    await readRpm(one);
    return true;
  } catch (error) {
    if (error instanceof UnacceptableFile) return false;
    throw error;
  }
}
