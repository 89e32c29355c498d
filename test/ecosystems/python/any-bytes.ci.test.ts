import { readdir, readlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read as readDistribution } from '../../../src/ecosystems/python/read.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import { withIncoming } from '../../fixtures/local-file.ts';
import { buildSdist, buildWheel, coreMetadata } from '../../fixtures/python-package.ts';
import { zipArchive } from '../../fixtures/zip-archive.ts';
import { rounds } from '../../fixtures/rounds.ts';

const stored = buildWheel({ entries: (usual) => usual.map((entry) => ({ ...entry, method: 'stored' })) });
const pkgInfo = { name: 'demo-1.0.0/PKG-INFO', content: coreMetadata('demo', '1.0.0') };

describe.each([
  ['demo-1.0.0-py3-none-any.whl', 'a packed wheel', buildWheel()],
  ['demo-1.0.0-py3-none-any.whl', 'a stored wheel', stored],
  ['demo-1.0.0.tar.gz', 'a source distribution', await buildSdist()],
  ['demo-1.0.0.zip', 'an old source distribution', zipArchive([pkgInfo])],
])('%s, %s,', (name, _, bytes) => {
  const place = fc.nat({ max: bytes.byteLength - 1 });

  test('is read as it is', async () => {
    expect(await readOrRejected(bytes, name)).toBe('read');
  });

  test('is read or rejected with any bytes', async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (any) => {
      await readOrRejected(any, name);
    });
    await fc.assert(property, { numRuns: rounds(100) });
  });

  test('is rejected when it is cut off anywhere', async () => {
    const stride = Math.ceil(bytes.byteLength / 200);
    for (let end = 0; end < bytes.byteLength; end += stride) {
      expect(await readOrRejected(bytes.subarray(0, end), name)).toBe('refused');
    }
  });

  test('is read or rejected when some of its bytes are changed', async () => {
    const changes = fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 5 });
    const property = fc.asyncProperty(changes, async (all) => {
      const changed = Uint8Array.from(bytes);
      for (const [at, value] of all) changed[at] = value;
      await readOrRejected(changed, name);
    });
    await fc.assert(property, { numRuns: rounds(400) });
  });

  test('is read or rejected when a piece of it is repeated elsewhere', async () => {
    const property = fc.asyncProperty(place, place, place, async (start, end, target) => {
      const repeated = [bytes.subarray(0, target), bytes.subarray(start, end), bytes.subarray(target)];
      await readOrRejected(Buffer.concat(repeated), name);
    });
    await fc.assert(property, { numRuns: rounds(100) });
  });
});

test('none of it is left open', async () => {
  for (const name of ['demo-1.0.0-py3-none-any.whl', 'demo-1.0.0.tar.gz', 'demo-1.0.0.zip']) {
    for (const bytes of [buildWheel(), buildWheel().subarray(1), await buildSdist(), Buffer.from('none')]) {
      await readOrRejected(bytes, name);
    }
  }
  // The library reports that it has closed its files a little too early.
  await expect.poll(openCandidates).toEqual([]);
});

async function readOrRejected(bytes: Uint8Array, name: string): Promise<'read' | 'refused'> {
  try {
    await withIncoming(bytes, readDistribution, name);
    return 'read';
  } catch (error) {
    if (!(error instanceof UnacceptableFile)) throw error;
    return 'refused';
  }
}

/** The files of candidates that this process has open; none if the system does not report them. */
async function openCandidates(): Promise<string[]> {
  const names = await readdir('/proc/self/fd').catch(() => []);
  const files = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')));
  return files.filter((file) => file.startsWith(`${tmpdir()}/larder-candidate-`));
}
