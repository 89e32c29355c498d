import * as fc from 'fast-check';
import { describe, test } from 'vitest';
import { read as readDeb } from '../../../src/ecosystems/debian/read.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import { withIncoming } from '../../fixtures/local-file.ts';
import { buildDeb } from '../../fixtures/deb-package.ts';
import { rounds } from '../../fixtures/rounds.ts';

test('any bytes are read or rejected', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), readOrRejected), { numRuns: rounds(200) });
});

test('any bytes behind a sound beginning are read or rejected', async () => {
  const beginning = Buffer.from((await buildDeb()).subarray(0, 72));
  const property = fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (rest) => {
    await readOrRejected(Buffer.concat([beginning, rest]));
  });
  await fc.assert(property, { numRuns: rounds(200) });
});

describe.each(['none', 'gz', 'xz', 'zst'] as const)('a package packed by %s', async (compression) => {
  const deb = await buildDeb({
    compression,
    dataEntries: [{ name: './usr/share/demo', content: 'demo '.repeat(200) }],
  });
  const place = fc.nat({ max: deb.byteLength - 1 });

  test('is read or rejected when it is cut off anywhere', async () => {
    const stride = Math.ceil(deb.byteLength / 250);
    for (let end = 0; end < deb.byteLength; end += stride) await readOrRejected(deb.subarray(0, end));
  });

  test('is read or rejected when some of its bytes are changed', async () => {
    const changes = fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 5 });
    const property = fc.asyncProperty(changes, async (all) => {
      const changed = Uint8Array.from(deb);
      for (const [at, value] of all) changed[at] = value;
      await readOrRejected(changed);
    });
    await fc.assert(property, { numRuns: rounds(250) });
  });

  test('is read or rejected when a piece of it is repeated elsewhere', async () => {
    const property = fc.asyncProperty(place, place, place, async (start, end, target) => {
      await readOrRejected(Buffer.concat([deb.subarray(0, target), deb.subarray(start, end), deb.subarray(target)]));
    });
    await fc.assert(property, { numRuns: rounds(100) });
  });
});

/** Also as a udeb, which differs by its name. */
async function readOrRejected(bytes: Uint8Array): Promise<void> {
  try {
    await withIncoming(bytes, readDeb, bytes.length % 2 === 0 ? 'demo.deb' : 'demo.udeb');
  } catch (error) {
    if (!(error instanceof UnacceptableFile)) throw error;
  }
}
