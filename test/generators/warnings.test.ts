/** No warning of a generator goes unnoticed, unless it is allowed by name. */
import { describe, expect, it } from 'vitest';
import { warningsIn } from './warnings.ts';

describe('warningsIn', () => {
  it.each([
    'WARNING parsing GET /{organization}/{registry}/gpgkey within repository.',
    'Warning(s) encountered while generating. Client was generated, but some pieces may be missing',
    '[main] WARN  o.o.codegen.utils.ModelUtils - Failed to get the schema name: null',
    '[main] ERROR o.o.codegen.DefaultCodegen - Form parameters with additionalProperties are not supported',
    '\u001B[33m⚠ Skipped schema with unsupported type\u001B[39m',
    'error generating code: duplicate typename',
  ])('reports %j', (line) => {
    expect(warningsIn(`Generating\n${line}\r\nDone\n${line}`, [])).toHaveLength(1);
  });

  it.each(['Generating larder_api', '✓ 4 files · 224ms', '✨ openapi-typescript 7.13.0', ''])('passes %j', (line) => {
    expect(warningsIn(line, [])).toEqual([]);
  });

  it('passes a line that is allowed, and no other', () => {
    const allowed = [{ line: /^warning: range is a reserved word$/, reason: 'It is renamed.' }];
    const output = 'warning: range is a reserved word\nwarning: range is a reserved word, and so is package';
    expect(warningsIn(output, allowed)).toEqual(['warning: range is a reserved word, and so is package']);
  });
});
