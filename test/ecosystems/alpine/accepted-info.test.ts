/** No accepted `.PKGINFO` breaks an index that others are in: a reader with apk's rules reads all records again. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { read as readApk } from '../../../src/ecosystems/alpine/read.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import { buildApk, type InfoRecipe } from '../../fixtures/apk-package.ts';
import { withIncoming } from '../../fixtures/local-file.ts';
import { rounds } from '../../fixtures/rounds.ts';

const piece = fc.constantFrom(
  'a',
  'Z',
  '0',
  '9',
  '.',
  '-r1',
  '_p',
  '~',
  '=',
  '<',
  '>',
  '!',
  ' ',
  ':',
  '/',
  '@',
  '\n',
  '\r',
  '\t',
  '\0',
  'é',
  'C:',
  'P:x\n',
  '#',
  '[',
  ',',
);
const value = fc.oneof(
  fc.constantFrom('demo', '1.0-r0', 'a>=1', 'so:x.so.1=1', 'x86_64', '12'),
  fc.string({ unit: piece, maxLength: 8 }),
);
const keys = [
  'pkgname',
  'pkgver',
  'arch',
  'pkgdesc',
  'url',
  'license',
  'origin',
  'maintainer',
  'commit',
  'size',
  'builddate',
  'provider_priority',
  'depend',
  'provides',
  'install_if',
];
const infos = fc.dictionary(fc.constantFrom(...keys), fc.oneof(value, fc.array(value, { maxLength: 3 })), {
  maxKeys: 4,
});

test('an accepted package has a record that apk reads', async () => {
  let accepted = 0;
  const property = fc.asyncProperty(infos, async (info) => {
    const text = await entryOf(info);
    if (text === undefined) return;
    accepted += 1;
    readAsApk(`${text}\n`);
  });
  await fc.assert(property, { numRuns: rounds(300) });
  expect(accepted).toBeGreaterThan(20);
});

async function entryOf(info: InfoRecipe): Promise<string | undefined> {
  try {
    return (await withIncoming(await buildApk({ info }), readApk)).entries[0]?.text;
  } catch (error) {
    if (error instanceof UnacceptableFile) return undefined;
    throw error;
  }
}

/** apk-tools 3.0.6 rejects the index, or makes the package not installable, in the cases in which this throws. */
function readAsApk(record: string): void {
  const lines = record.split('\n');
  expect(lines.splice(-2), record).toEqual(['', '']);
  const fields = new Map<string, string>();
  for (const line of lines) {
    expect(line, record).toMatch(/^[CPVASITULomtckDpi]:/);
    expect(fields.has(line.slice(0, 1)), record).toBe(false);
    fields.set(line.slice(0, 1), line.slice(2));
  }
  for (const letter of 'CPVASI') expect(fields.get(letter), record).toBeTruthy();
  for (const letter of 'SItk') expect(fields.get(letter) ?? '0', record).toMatch(/^\d+$/);
  expect(fields.get('V'), record).toMatch(version);
  const lists = ['D', 'p', 'i'].flatMap((letter) => (fields.has(letter) ? [fields.get(letter) ?? ''] : []));
  for (const word of lists.flatMap((list) => list.split(' '))) expect(word, record).toMatch(dependency);
}

const number = String.raw`\d+(?:\.\d+)*[a-z]?(?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*(?:~[0-9a-f]+)?(?:-r\d+)?`;
const version = new RegExp(`^${number}$`);
const dependency = new RegExp(String.raw`^!?[\w.+,:/[\]-]+(?:(?:[<>]?[=~]?|=?~|~=|==)${number})?$`);
