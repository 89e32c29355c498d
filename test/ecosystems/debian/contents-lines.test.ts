/** The lines of Contents, for any paths and fields. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentsEntry, contentsLines, lengthOfContents } from '../../../src/ecosystems/debian/contents-entry.ts';
import { rounds } from '../../fixtures/rounds.ts';
import { listedEntry } from '../../fixtures/memory-documents.ts';

/** As apt-file reads a line: the path, then the packages. */
const LINE = /^\s*(.*?)\s+(\S+)\s*$/;

const odd = fc.constantFrom('\n', '\r', '\t', ' ', '\0', '\u0085', '\u2028', '\u00a0', '/', ',', '\\', 'Ü', '漢', '.');
const text = fc
  .array(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 8 })
  .map((all) => all.join(''));
const paths = fc.array(
  text.filter((path) => path !== ''),
  { maxLength: 10 },
);

test('apt-file reads the same path and package from each line, and no other line', () => {
  fc.assert(
    fc.property(paths, fc.oneof(text, fc.constantFrom('utils', 'contrib/net')), (all, section) => {
      const entry = contentsEntry('demo', [{ name: 'Section', value: section }], all);
      if (entry === undefined) return;
      const lines = contentsLines([listedEntry(entry)]);
      expect(lines.endsWith('\n')).toBe(true);
      const read = lines
        .slice(0, -1)
        .split('\n')
        .map((line) => LINE.exec(line)?.slice(1) ?? []);
      const [location = '', ...listed] = entry.split('\n');
      expect(read).toEqual(listed.map((path) => [path, location]));
      expect(listed.filter((path) => !all.includes(path))).toEqual([]);
      expect(location.split(/[,/]/).at(-1)).toBe('demo');
      expect(lengthOfContents(listedEntry(entry))).toBeGreaterThanOrEqual(lines.length - listed.length);
    }),
    { numRuns: rounds(500) },
  );
});

test('a package that is not offered has no lines', () => {
  const entry = listedEntry('utils/demo\na\nb', { standing: 'unlisted' });
  expect(contentsLines([entry, listedEntry('utils/demo\nc')])).toBe('c utils/demo\n');
});
