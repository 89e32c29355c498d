/** Downloads, beside the server that is known for them. */
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compareRequests } from '../compare-requests.ts';
import { bearer, createRegistry, organization, registryPath, startNewLarder, type LarderServer } from '../larder.ts';
import { startNginx } from '../peers/nginx.ts';
import type { Bench, Line, Row } from '../row.ts';

export const download: Row = {
  id: 'download',
  title: 'Download 100 MiB; a file of 20 kB',
  needs: ['wrk', 'nginx'],
  quickly: '32 MiB instead of 100 MiB',
  measure: measureDownloads,
};

const filesOf = ({ quick }: Bench) => [
  {
    title: `download ${quick ? 32 : 100} MiB`,
    name: 'large-1.0.0.bin',
    size: (quick ? 32 : 100) * 1024 ** 2,
    how: { connections: 1, counted: 'MiB' } as const,
    unit: 'MiB/s' as const,
    target: { of: 'ratio', least: 0.7, aim: 0.95 } as const,
  },
  {
    title: 'download 20 kB',
    name: 'small-1.0.0.bin',
    size: 20_000,
    how: { connections: 32, counted: 'requests' } as const,
    unit: 'requests/s' as const,
    target: { of: 'ratio', least: 0.15, aim: 0.3 } as const,
  },
];

async function measureDownloads(bench: Bench): Promise<Line[]> {
  const { workspace } = bench;
  const root = await workspace.newFolder('files');
  await using theirs = await startNginx(workspace, root);
  await using ours = await startNewLarder(workspace);
  await createRegistry(ours, 'private', 'files');
  await createRegistry(ours, 'public', 'files', { public: true });
  const lines: Line[] = [];
  for (const { title, name, size, how, unit, target } of filesOf(bench)) {
    const bytes = randomBytes(size);
    await writeFile(path.join(root, name), bytes);
    for (const registry of ['private', 'public']) await publish(ours, registry, name, bytes);
    bench.progress(title);
    const samples = await compareRequests(
      bench,
      {
        token: { server: ours, path: `/${organization}/private/files/${name}`, headers: bearer, ...how },
        theirs: { server: theirs, path: `/${name}`, headers: {}, ...how },
        anyone: { server: ours, path: `/${organization}/public/files/${name}`, headers: {}, ...how },
      },
      bytes,
    );
    const common = { against: 'nginx', unit, theirs: samples.theirs } as const;
    lines.push(
      { ...common, what: `${title}, with a token`, ours: samples.token, target },
      { ...common, what: `${title}, public`, ours: samples.anyone },
    );
  }
  return lines;
}

async function publish(
  { url }: LarderServer,
  registry: string,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const body = new FormData();
  body.set('file', new Blob([bytes]), name);
  const response = await fetch(url + registryPath(registry, 'packages'), { method: 'POST', headers: bearer, body });
  if (response.status !== 200) throw new Error(`${name} was not taken: ${await response.text()}`);
}
