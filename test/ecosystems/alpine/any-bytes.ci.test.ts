import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryRefusal } from '../../../src/ecosystems/alpine/index-entry.ts';
import { read as readApk } from '../../../src/ecosystems/alpine/read.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import type { Release } from '../../../src/registry/ecosystem.ts';
import { buildApk } from '../../fixtures/apk-package.ts';
import { withIncoming } from '../../fixtures/local-file.ts';
import { rounds } from '../../fixtures/rounds.ts';

const apk = await buildApk({ scripts: [{ name: '.post-install', content: '#!/bin/sh\n' }] });
const place = fc.nat({ max: apk.byteLength - 1 });

test('any bytes are read or rejected', async () => {
  const property = fc.asyncProperty(
    fc.uint8Array({ maxLength: 2000 }),
    async (bytes) => void (await readOrReject(bytes)),
  );
  await fc.assert(property, { numRuns: rounds(200) });
});

test('a package is rejected wherever it is cut off', async () => {
  for (let end = 0; end < apk.byteLength; end += 1)
    expect([end, await readOrReject(apk.subarray(0, end))]).toEqual([end, undefined]);
});

test('a package is read or rejected when some of its bytes are changed', async () => {
  const changes = fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 5 });
  const property = fc.asyncProperty(changes, async (all) => {
    const changed = Uint8Array.from(apk);
    for (const [at, value] of all) changed[at] = value;
    await readOrReject(changed);
  });
  await fc.assert(property, { numRuns: rounds(500) });
});

test('a package is read or rejected when a piece of it is repeated elsewhere', async () => {
  const property = fc.asyncProperty(place, place, place, async (start, end, target) => {
    await readOrReject(Buffer.concat([apk.subarray(0, target), apk.subarray(start, end), apk.subarray(target)]));
  });
  await fc.assert(property, { numRuns: rounds(200) });
});

async function readOrReject(bytes: Uint8Array): Promise<Release | undefined> {
  try {
    const release = await withIncoming(bytes, readApk);
    expect(release.entries.map(({ text }) => entryRefusal(text))).toEqual([undefined]);
    return release;
  } catch (error) {
    if (!(error instanceof UnacceptableFile)) throw error;
    return undefined;
  }
}
