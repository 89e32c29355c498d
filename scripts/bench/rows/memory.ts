/** Does a package's size show in the server's memory? */
import { get } from 'node:http';
import { bearer, createRegistry, organization, registryPath, startNewLarder, type LarderServer } from '../larder.ts';
import { forgetPeak, memory } from '../process-usage.ts';
import type { Sample } from '../rounds.ts';
import { NotMeasurable, type Bench, type Line, type Row } from '../row.ts';
import { upload } from '../upload.ts';
import { verified } from '../verify.ts';

export const memoryGrowth: Row = {
  id: 'memory',
  title: 'RSS growth: publish and download 2 GiB; eight uploads of 64 MiB at once',
  needs: [],
  quickly: '64 MiB instead of 2 GiB',
  measure: measureMemory,
};

const mebibyte = 1024 ** 2;

async function measureMemory({ workspace, quick, progress }: Bench): Promise<Line[]> {
  const size = (quick ? 64 : 2048) * mebibyte;
  const large = async (server: LarderServer): Promise<void> => {
    await publish(server, 'large-1.0.0.bin', size);
    await download(`${server.url}/${organization}/files/files/large-1.0.0.bin`, size);
  };
  const eight = async (server: LarderServer): Promise<void> => {
    const names = Array.from({ length: 8 }, (_, at) => `large-1.0.${at}.bin`);
    await Promise.all(names.map((name) => publish(server, name, 64 * mebibyte)));
  };
  const grown = async (work: (server: LarderServer) => Promise<void>): Promise<Sample> => {
    await using server = await startNewLarder(workspace);
    await createRegistry(server, 'files', 'files');
    return { value: await growth(server, () => work(server)) };
  };
  progress(`${size / mebibyte} MiB, up and down`);
  const both = await grown(large);
  progress('eight uploads of 64 MiB at once');
  const atOnce = await grown(eight);
  const common = {
    against: '',
    unit: 'MB',
    note: 'RSS growth: from a server that is ready and has answered one small request to its peak; one round.',
  } as const;
  return [
    {
      ...common,
      what: `RSS growth: publish and download ${size / mebibyte} MiB`,
      ours: [both],
      target: { of: 'ours', least: 100, aim: 50 },
    },
    {
      ...common,
      what: 'RSS growth: eight 64 MiB uploads at once',
      ours: [atOnce],
      target: { of: 'ours', least: 150, aim: 50 },
    },
  ];
}

/** In MB: how far the peak lies above what there was before. */
async function growth({ url, pid }: LarderServer, work: () => Promise<void>): Promise<number> {
  await verified(url + registryPath('files'), bearer);
  const before = await memory(pid);
  if (!before) throw new NotMeasurable('this system has no /proc to read it from');
  await forgetPeak(pid);
  await work();
  const after = await memory(pid);
  return ((after?.peak ?? 0) - before.now) / 1e6;
}

async function publish({ url }: LarderServer, fileName: string, size: number): Promise<void> {
  await upload({ url: url + registryPath('files', 'packages'), method: 'POST', headers: bearer, fileName, size });
}

function download(url: string, size: number): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { headers: bearer }, (response) => {
      let received = 0;
      response.on('data', (some: Buffer) => (received += some.length));
      response.once('error', reject).once('end', () => {
        if (response.statusCode === 200 && received === size) resolve();
        else reject(new Error(`${url} answered ${response.statusCode} and ${received} of ${size} bytes.`));
      });
    }).once('error', reject);
  });
}
