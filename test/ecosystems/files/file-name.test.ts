import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFileName } from '../../../src/ecosystems/files/file-name.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';

test.each([
  ['tool-1.0.0.zip', 'tool', '1.0.0', 'zip'],
  ['my-app-2-1.2.3.zip', 'my-app-2', '1.2.3', 'zip'],
  ['tool-1.0.0.tar.gz', 'tool', '1.0.0', 'tar.gz'],
  ['tool-1.0.0-rc.1.tar.gz', 'tool', '1.0.0-rc.1', 'tar.gz'],
  ['app-1.0.0-linux-amd64.tar.zst', 'app', '1.0.0-linux-amd64', 'tar.zst'],
  ['x-1.0.0+build.5.zip', 'x', '1.0.0+build.5', 'zip'],
  ['x-1.0.0-0.3.7+exp.sha-5114f85.7z', 'x', '1.0.0-0.3.7+exp.sha-5114f85', '7z'],
  ['x-1.0.0.TAR.GZ', 'x', '1.0.0', 'TAR.GZ'],
  ['x-1.0.0-rc.1.2.deb', 'x', '1.0.0-rc.1.2', 'deb'],
  ['a-1-1.0.0-1-1.0.0.bin', 'a-1', '1.0.0-1-1.0.0', 'bin'],
  ['1-0.0.0.x', '1', '0.0.0', 'x'],
])('reads %s', (name, basename, version, extension) => {
  expect(parseFileName(name)).toEqual({ basename, version, extension });
});

test.each([
  ['tool.zip', /has no version/],
  ['tool-1.zip', /has no version/],
  ['1.0.0.zip', /has no version/],
  ['tool-1.0.zip', /the version "1\.0", which is not a Semantic Version/],
  ['tool-1.0.0', /has no extension/],
  ['tool-1.0.0.', /has no extension/],
  ['tool-1.0.0.4', /has no extension/],
  ['tool-1.0.0.4.zip', /the version "1\.0\.0\.4"/],
  ['tool-01.0.0.zip', /the version "01\.0\.0"/],
  ['tool-v1.0.0.zip', /the version "v1\.0\.0"/],
  ['tool-1.0.0-01.zip', /the version "1\.0\.0-01"/],
  ['tool-1.0.0-.zip', /the version "1\.0\.0-"/],
  ['tool-1.0.0_1.zip', /the version "1\.0\.0_1"/],
  ['my_tool-1.0.0.zip', /the base name "my_tool"/],
  ['-1.0.0.zip', /the base name ""/],
  ['tööl-1.0.0.zip', /the base name "tööl"/],
  ['my.tool-1.0.0.zip', /has no version/],
  ['tool-1.0.0.zip\n', /has no extension/],
  ['a\nb-1.0.0.zip', /the base name "a\\nb"/],
  ['', /has no extension/],
])('rejects %j', (name, reason) => {
  expect(() => parseFileName(name)).toThrow(reason);
});

test('a rejection begins with the form expected', () => {
  expect(() => parseFileName('tool.zip')).toThrow(
    /^Invalid filename format\. Expected: \{BASENAME\}-\{SEMVER\}\.\{EXT\}, but "tool\.zip" has/,
  );
});

describe('any name', () => {
  const letters = 'abcXYZ';
  const digits = '0123456789';
  const word = (alphabet: string, maxLength: number) =>
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength });
  const number = fc.nat({ max: 1_000_000 }).map(String);
  const identifier = fc.oneof(number, fc.constantFrom('tar', 'gz', 'zip'), word(`${letters}-`, 5));
  const identifiers = fc.array(identifier, { minLength: 1, maxLength: 4 }).map((all) => all.join('.'));
  const parts = fc.record({
    basename: word(`${letters}${digits}-`, 20),
    version: fc
      .tuple(number, number, number, fc.option(identifiers), fc.option(identifiers))
      .map(
        ([major, minor, patch, pre, build]) =>
          `${major}.${minor}.${patch}${pre ? `-${pre}` : ''}${build ? `+${build}` : ''}`,
      ),
    extension: fc.oneof(
      fc.constantFrom('tar.gz', 'tar.xz', 'tar.zst', 'tar.bz2', '7z', 'zip', 'tar'),
      word(`${letters}${digits}`, 5).filter((extension) => /[a-z]/i.test(extension)),
    ),
  });

  test('made of valid parts is taken apart into them', () => {
    // The one thing the rule rules out: a version that ends in ".tar" before what could be its compression.
    const readable = parts.filter(
      ({ version, extension }) => !version.endsWith('.tar') || extension.startsWith('tar.'),
    );
    fc.assert(
      fc.property(readable, ({ basename, version, extension }) => {
        expect(parseFileName(`${basename}-${version}.${extension}`)).toEqual({ basename, version, extension });
      }),
    );
  });

  test('is read as parts that make it up again, or is rejected', () => {
    const name = fc.string({ unit: fc.constantFrom(...'ab1029-.+_v', 'tar', 'gz'), maxLength: 30 });
    fc.assert(
      fc.property(name, (candidate) => {
        try {
          const { basename, version, extension } = parseFileName(candidate);
          expect(`${basename}-${version}.${extension}`).toBe(candidate);
        } catch (error) {
          if (!(error instanceof UnacceptableFile)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
