/** Publishing a large file, beside a bare program that computes the same digests and writes it as safely. */
import { ecosystems } from '../../../src/server/ecosystems.ts';
import { createRegistry, publish, startNewLarder } from '../larder.ts';
import { withCpu } from '../process-usage.ts';
import { startPeer, type Server } from '../processes.ts';
import { inRounds, type Sample } from '../rounds.ts';
import type { Row } from '../row.ts';
import { uniqueContent, upload } from '../upload.ts';

export const publishLarge: Row = {
  id: 'publish',
  title: 'Publish 100 MiB by multipart',
  needs: [],
  measure: async ({ workspace, quick, rounds }) => {
    const mebibytes = quick ? 32 : 100;
    const size = mebibytes * 1024 ** 2;
    const digests = ['sha256', 'sha512', ...ecosystems.files.extraDigests].join(',');
    await using receiver = await startPeer(
      workspace,
      'receive-bytes.ts',
      await workspace.newFolder('received'),
      digests,
    );
    await using server = await startNewLarder(workspace);
    await createRegistry(server, 'large', 'files');
    let version = 0;
    const measured = async ({ pid }: Server, send: () => Promise<void>): Promise<Sample> => {
      const begun = performance.now();
      const { cpu } = await withCpu(pid, send);
      return { value: mebibytes / ((performance.now() - begun) / 1000), cpu };
    };
    const toServer = (): Promise<Sample> =>
      measured(server, () => {
        version += 1;
        return publish(server, 'large', `large-1.0.${version}.bin`, uniqueContent(size));
      });
    const toReceiver = (): Promise<Sample> =>
      measured(receiver, () => upload('PUT', receiver.url, {}, uniqueContent(size)));
    await toServer();
    await toReceiver();
    const [ours = [], theirs = []] = await inRounds(rounds, [toServer, toReceiver]);
    return [
      {
        what: `publish ${mebibytes} MiB`,
        against: `bare Node program, ${digests}`,
        unit: 'MiB/s',
        ours,
        theirs,
        target: { of: 'ratio', required: 0.7, aim: 0.95 },
      },
    ];
  },
};
