import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import { buildRpm } from '../../fixtures/rpm-package.ts';
import { rounds } from '../../fixtures/rounds.ts';
import { readRpm } from './read-rpm.ts';

const rpm = buildRpm({
  epoch: 1,
  files: [{ path: '/usr/bin/demo', content: 'x' }, { path: '/usr/share/demo' }],
  dependencies: {
    requires: [{ name: 'libc.so.6()(64bit)' }],
    recommends: [{ name: 'a', flags: 12, version: '1:2-3' }],
  },
  changes: [{ time: 1, author: 'A', text: 'first' }],
});
const place = fc.nat({ max: rpm.byteLength - 1 });

test('any bytes behind a sound beginning are read or rejected', async () => {
  const property = fc.asyncProperty(fc.nat({ max: 400 }), fc.uint8Array({ maxLength: 2000 }), async (end, rest) => {
    await readOrRejected(Buffer.concat([rpm.subarray(0, end), rest]));
  });
  await fc.assert(property, { numRuns: rounds(2000) });
});

describe('a package', () => {
  test('is read or rejected when it is cut off anywhere', async () => {
    for (let end = 0; end < rpm.byteLength; end += 1) await readOrRejected(rpm.subarray(0, end));
  });

  test('is read or rejected when some of its bytes are changed', async () => {
    const changes = fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 5 });
    const property = fc.asyncProperty(changes, async (all) => {
      const changed = Uint8Array.from(rpm);
      for (const [at, value] of all) changed[at] = value;
      await readOrRejected(changed);
    });
    await fc.assert(property, { numRuns: rounds(4000) });
  });

  test('is read or rejected when a piece of it is repeated elsewhere', async () => {
    const property = fc.asyncProperty(place, place, place, async (start, end, target) => {
      await readOrRejected(Buffer.concat([rpm.subarray(0, target), rpm.subarray(start, end), rpm.subarray(target)]));
    });
    await fc.assert(property, { numRuns: rounds(1000) });
  });
});

async function readOrRejected(bytes: Uint8Array): Promise<void> {
  try {
    await readRpm(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(UnacceptableFile);
  }
}
