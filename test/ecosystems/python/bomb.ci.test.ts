/** A small file that would unpack to more than 2 GiB, which takes a while to reach. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inspect as inspectDistribution } from '../../../src/ecosystems/python/inspect.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import { withCandidate } from '../../fixtures/candidate-file.ts';
import { tarArchive } from '../../fixtures/tar-archive.ts';

test('a source distribution may not unpack to more and more', async () => {
  const zeros = Buffer.alloc(64 * 1024 * 1024);
  const piece = gzipSync(await tarArchive([{ name: 'demo-1.0.0/zeros', content: zeros }]));
  const bomb = Buffer.concat(Array.from({ length: 33 }, () => piece));
  const inspected = withCandidate(bomb, inspectDistribution, 'demo-1.0.0.tar.gz');
  await expect(inspected).rejects.toThrow(UnacceptableFile);
  await expect(inspected).rejects.toThrow('unpacks to more than');
});
