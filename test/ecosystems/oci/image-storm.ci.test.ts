/** Sixteen clients push, delete and pull a few images while blobs are swept, on each database. */
import { describe, expect, test } from 'vitest';
import { findingsIn } from '../../registry/findings.ts';
import { storedBytes } from '../../fixtures/stored-bytes.ts';
import { usePostgres } from '../../storage/use-postgres.ts';
import { stormPlaces } from '../storm-places.ts';
import { openStorm } from '../storm-servers.ts';
import { imageStorm } from './image-storm.ts';
import { oci } from './recipe.ts';

const createDatabase = usePostgres();

describe.each(stormPlaces(createDatabase))('on $place', ({ servers, settings }) => {
  test('every served manifest has all of its blobs while images are pushed, deleted and swept', async () => {
    const homes = await openStorm(oci, {
      servers,
      environment: { ...(await settings()), LARDER_SPARSE_IMAGES: 'false' },
    });
    const pushed = await imageStorm({ homes, changes: 16, seed: `images ${new Date().toISOString()}` });
    expect(pushed).toBeGreaterThan(100);
    const [{ server }] = homes;
    expect([server.violations(), (await storedBytes(server.dataDir)).staged, await findingsIn(server)]).toEqual([
      0,
      [],
      [],
    ]);
  });
});
