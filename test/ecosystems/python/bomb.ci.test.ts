/** A small file that would unpack to more than 2 GiB, which takes a while to reach. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { read as readDistribution } from '../../../src/ecosystems/python/read.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import { withIncoming } from '../../fixtures/local-file.ts';
import { tarArchive } from '../../fixtures/tar-archive.ts';

test('a source distribution may not unpack to more and more', async () => {
  const zeros = Buffer.alloc(64 * 1024 * 1024);
  const piece = gzipSync(await tarArchive([{ name: 'demo-1.0.0/zeros', content: zeros }]));
  const bomb = Buffer.concat(Array.from({ length: 33 }, () => piece));
  const reading = withIncoming(bomb, readDistribution, 'demo-1.0.0.tar.gz');
  await expect(reading).rejects.toThrow(UnacceptableFile);
  await expect(reading).rejects.toThrow('unpacks to more than');
});
