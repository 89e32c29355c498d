/** The last line of `.ci/run` counts the tests of all its parts, also when one of them crashes. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from './clients/programs.ts';

const script = path.resolve(import.meta.dirname, '../.ci/parts.sh');

/** Returns the last line and the exit code after these parts, each a script for bash. */
async function sumOf(...parts: readonly string[]): Promise<readonly [line: string | undefined, ok: boolean]> {
  const calls = parts.map((_, at) => `part bash -c "$${at + 1}"`);
  const program = ['set -euo pipefail', `. '${script}'`, ...calls, 'total'].join('\n');
  const { stdout, ok } = await run('bash', ['-c', program, 'run', ...parts]);
  return [stdout.trimEnd().split('\n').at(-1), ok];
}

describe('the sum of the parts of .ci/run', () => {
  it('adds what they count', async () => {
    expect(await sumOf('echo 3 passed, 0 failed', 'echo 40 passed, 0 failed')).toEqual(['43 passed, 0 failed', true]);
  });

  it('fails if one of them has a failure, and runs the others', async () => {
    expect(await sumOf('echo 3 passed, 2 failed; exit 1', 'echo 1 passed, 0 failed')).toEqual([
      '4 passed, 2 failed',
      false,
    ]);
  });

  it.each([
    ['prints no counts', 'echo all is well'],
    ['prints nothing', 'true'],
    ['dies before its counts', 'echo 1 of 7; kill -9 $$'],
    ['dies after its counts', 'echo 0 passed, 0 failed; exit 3'],
  ])('counts a part that %s as a failure', async (_, part) => {
    expect(await sumOf('echo 2 passed, 0 failed', part)).toEqual(['2 passed, 1 failed', false]);
  });

  it('takes the last counts of a part, and not those within a line', async () => {
    expect(await sumOf('echo 1 passed, 1 failed; echo 5 passed, 0 failed; echo "Tests 9 passed, 9 failed"')).toEqual([
      '5 passed, 0 failed',
      true,
    ]);
  });

  it('passes skipped tests', async () => {
    expect(await sumOf('echo 5 passed, 0 failed, 2 skipped')).toEqual(['5 passed, 0 failed', true]);
  });

  it('fails if no test ran', async () => {
    expect(await sumOf('echo 0 passed, 0 failed')).toEqual(['0 passed, 0 failed', false]);
  });
});
