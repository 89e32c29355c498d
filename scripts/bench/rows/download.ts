/** Downloads, beside nginx. */
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compareRequests } from '../compare-requests.ts';
import { bearer, createRegistry, organization, publish, startNewLarder } from '../larder.ts';
import { startNginx } from '../peers/nginx.ts';
import type { Line, Row } from '../row.ts';

export const download: Row = {
  id: 'download',
  title: 'Download 100 MiB; a file of 20 kB',
  needs: ['wrk', 'nginx'],
  measure: async (bench) => {
    const { workspace, quick } = bench;
    const root = await workspace.newFolder('files');
    await using nginx = await startNginx(workspace, root);
    await using server = await startNewLarder(workspace);
    await createRegistry(server, 'private', 'files');
    await createRegistry(server, 'public', 'files', { public: true });
    const mebibytes = quick ? 32 : 100;
    const lines: Line[] = [];
    for (const { title, size, connections, unit, target } of [
      {
        title: `download ${mebibytes} MiB`,
        size: mebibytes * 1024 ** 2,
        connections: 1,
        unit: 'MiB/s',
        target: { of: 'ratio', required: 0.7, aim: 0.95 },
      },
      {
        title: 'download 20 kB',
        size: 20_000,
        connections: 32,
        unit: 'requests/s',
        target: { of: 'ratio', required: 0.15, aim: 0.3 },
      },
    ] as const) {
      const bytes = randomBytes(size);
      const fileName = `file-1.0.${size}.bin`;
      await writeFile(path.join(root, fileName), bytes);
      for (const { registry, headers, access } of [
        { registry: 'private', headers: bearer, access: 'with a token' },
        { registry: 'public', headers: {}, access: 'public' },
      ]) {
        await publish(server, registry, fileName, { size, chunks: [bytes] });
        const comparison = await compareRequests(bench, {
          what: `${title}, ${access}`,
          headers,
          connections,
          unit,
          ours: { server, path: `/${organization}/${registry}/files/${fileName}` },
          peers: [{ against: 'nginx', server: nginx, path: `/${fileName}`, target }],
        });
        lines.push(...comparison);
      }
    }
    return lines;
  },
};
