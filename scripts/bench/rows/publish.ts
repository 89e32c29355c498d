/** Publishing a large file, beside a bare program that does what has to be done and nothing else. */
import { ecosystems } from '../../../src/server/ecosystems.ts';
import { bearer, createRegistry, registryPath, startNewLarder } from '../larder.ts';
import { cpuTime } from '../process-usage.ts';
import { nodeCommand, startServer, type Server } from '../processes.ts';
import { inRounds, type Sample } from '../rounds.ts';
import type { Bench, Line, Row } from '../row.ts';
import { upload, type Upload } from '../upload.ts';

export const publish: Row = {
  id: 'publish',
  title: 'Publish 100 MiB by multipart',
  needs: [],
  quickly: '32 MiB instead of 100 MiB',
  measure: measurePublish,
};

async function measurePublish({ workspace, quick, rounds, progress }: Bench): Promise<Line[]> {
  const mebibytes = quick ? 32 : 100;
  const size = mebibytes * 1024 ** 2;
  const digests = ['sha256', 'sha512', ...ecosystems.files.extraDigests].join(',');
  const folder = await workspace.newFolder('received');
  await using theirs = await startServer(
    workspace,
    nodeCommand('scripts/bench/servers/receive-bytes.ts', folder, digests),
  );
  await using ours = await startNewLarder(workspace);
  await createRegistry(ours, 'large', 'files');
  let versions = 0;
  const toOurs = (): Upload => ({
    url: ours.url + registryPath('large', 'packages'),
    method: 'POST',
    headers: bearer,
    fileName: `large-1.0.${(versions += 1)}.bin`,
    size,
  });
  const toTheirs = (): Upload => ({ url: theirs.url, method: 'PUT', size });
  // The first upload warms up, and shows that the bytes arrived.
  await checked(toOurs());
  await checked(toTheirs());
  progress(`uploads, digests ${digests}`);
  const samples = await inRounds(rounds, {
    ours: () => measured(ours, toOurs()),
    theirs: () => measured(theirs, toTheirs()),
  });
  return [
    {
      what: `publish ${mebibytes} MiB`,
      against: `bare Node program, ${digests}`,
      unit: 'MiB/s',
      ours: samples.ours,
      theirs: samples.theirs,
      target: { of: 'ratio', least: 0.7, aim: 0.95 },
    },
  ];
}

async function checked(options: Upload): Promise<void> {
  const { reply, sha256 } = await upload(options, 'check');
  const { digests } = JSON.parse(reply) as { digests: { sha256: string } };
  if (digests.sha256 !== sha256) throw new Error(`${options.url} took other bytes than were sent: ${reply}`);
}

async function measured({ pid }: Server, options: Upload): Promise<Sample> {
  const before = await cpuTime(pid);
  const { seconds } = await upload(options);
  const after = await cpuTime(pid);
  return {
    value: options.size / 1024 ** 2 / seconds,
    ...(before !== undefined && after !== undefined && { cpu: after - before }),
  };
}
