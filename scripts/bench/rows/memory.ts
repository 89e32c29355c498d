/** The growth of the memory of a server, which has loaded all that it needs, during large transfers. */
import { setTimeout as sleep } from 'node:timers/promises';
import { get } from '../get.ts';
import { pushBlob, pushManifest, urlIn } from '../images.ts';
import { bearer, createRegistry, organization, publish, startNewLarder } from '../larder.ts';
import { memoryGrowth } from '../process-usage.ts';
import type { Server } from '../processes.ts';
import type { Line, Row } from '../row.ts';
import { uniqueContent } from '../upload.ts';

const mebibyte = 1024 ** 2;

export const memory: Row = {
  id: 'memory',
  title:
    'Memory growth: publish and download 2 GiB; push and pull an image of 2 GiB; eight concurrent uploads of 64 MiB',
  needs: ['/proc'],
  measure: async ({ workspace, quick, progress }) => {
    const measured = async (what: string, required: number, work: (server: Server) => Promise<void>): Promise<Line> => {
      progress(what);
      await using server = await startNewLarder(workspace);
      await createRegistry(server, 'files', 'files');
      await createRegistry(server, 'images', 'oci');
      await publish(server, 'files', 'small-1.0.0.bin', uniqueContent(8 * mebibyte));
      await download(urlOf(server, 'small-1.0.0.bin'), 8 * mebibyte);
      // The server loads the validator that explains rejections five seconds after its start.
      await sleep(quick ? 1000 : 8000);
      const value = (await memoryGrowth(server.pid, () => work(server))) / 1e6;
      return {
        what: `memory growth: ${what}`,
        against: '',
        unit: 'MB',
        ours: [{ value }],
        theirs: [],
        target: { of: 'ours', required, aim: 50 },
      };
    };
    const size = (quick ? 64 : 2048) * mebibyte;
    return [
      await measured(`publish and download ${size / mebibyte} MiB`, 100, async (server) => {
        await publish(server, 'files', 'large-1.0.0.bin', uniqueContent(size));
        await download(urlOf(server, 'large-1.0.0.bin'), size);
      }),
      await measured(`push and pull an image of ${size / mebibyte} MiB`, 100, async (server) => {
        const image = { server, name: `${organization}/images/large`, headers: bearer };
        const layers = [await pushBlob(image, uniqueContent(2)), await pushBlob(image, uniqueContent(size))];
        await pushManifest(image, 'latest', layers);
        await get(urlIn(image, 'manifests', 'latest'), bearer);
        await download(urlIn(image, 'blobs', layers[1]?.digest ?? ''), size);
      }),
      await measured('eight concurrent uploads of 64 MiB', 150, async (server) => {
        const names = Array.from({ length: 8 }, (_, at) => `large-1.0.${at}.bin`);
        await Promise.all(names.map((name) => publish(server, 'files', name, uniqueContent(64 * mebibyte))));
      }),
    ];
  },
};

function urlOf({ url }: Server, file: string): string {
  return `${url}/${organization}/files/files/${file}`;
}

async function download(url: string, size: number): Promise<void> {
  const response = await fetch(url, { headers: bearer });
  let received = 0;
  for await (const chunk of response.body ?? []) received += chunk.length;
  if (received !== size) throw new Error(`${url} returned ${response.status} and ${received} of ${size} bytes.`);
}
