/** Images, beside docker-registry of Debian. */
import { createHash } from 'node:crypto';
import { compareRequests } from '../compare-requests.ts';
import { manifestType, pushBlob, pushManifest, sendInOnePatch, type Repository } from '../images.ts';
import { bearer, createRegistry, organization, startNewLarder } from '../larder.ts';
import { startDockerRegistry } from '../peers/docker-registry.ts';
import { withCpu } from '../process-usage.ts';
import { inRounds, type Sample } from '../rounds.ts';
import type { Bench, Line, Row } from '../row.ts';
import { uniqueContent } from '../upload.ts';

const mebibyte = 1024 ** 2;
const against = 'docker-registry';

export const images: Row = {
  id: 'images',
  title: 'Images: a manifest by its tag; blobs of 10 and 100 MiB down, and up in one PATCH',
  needs: ['wrk', 'docker-registry'],
  measure: async (bench) => {
    const { workspace, quick } = bench;
    await using registry = await startDockerRegistry(workspace);
    await using server = await startNewLarder(workspace);
    await createRegistry(server, 'images', 'oci', { public: true });
    const ours = { server, name: `${organization}/images/app`, headers: bearer };
    // It has no access control, so all of its images are public.
    const theirs = { server: registry, name: 'app', headers: {} };
    const lines = await manifestByTag(bench, ours, theirs);
    for (const mebibytes of quick ? [10] : [10, 100]) {
      lines.push(...(await blobDown(bench, ours, theirs, mebibytes)));
      lines.push(await blobUp(bench, ours, theirs, mebibytes));
    }
    return lines;
  },
};

async function manifestByTag(bench: Bench, ours: Repository, theirs: Repository): Promise<Line[]> {
  const contents = [200, 2000].map((size) => ({ size, bytes: [...uniqueContent(size).chunks] }));
  for (const repository of [ours, theirs]) {
    const layers = [];
    for (const { size, bytes } of contents) layers.push(await pushBlob(repository, { size, chunks: bytes }));
    await pushManifest(repository, 'latest', layers);
  }
  return await compareRequests(bench, {
    what: 'manifest by tag',
    headers: { Accept: manifestType },
    ours: { server: ours.server, path: `/v2/${ours.name}/manifests/latest` },
    peers: [
      {
        against,
        server: theirs.server,
        path: `/v2/${theirs.name}/manifests/latest`,
        target: { of: 'ratio', required: 1, aim: 3 },
      },
    ],
  });
}

async function blobDown(bench: Bench, ours: Repository, theirs: Repository, mebibytes: number): Promise<Line[]> {
  const size = mebibytes * mebibyte;
  const chunks = [...uniqueContent(size).chunks];
  const { digest } = await pushBlob(ours, { size, chunks });
  await pushBlob(theirs, { size, chunks });
  return await compareRequests(bench, {
    what: `blob of ${mebibytes} MiB down`,
    headers: {},
    connections: 1,
    unit: 'MiB/s',
    ours: { server: ours.server, path: `/v2/${ours.name}/blobs/${digest}` },
    peers: [
      {
        against,
        server: theirs.server,
        path: `/v2/${theirs.name}/blobs/${digest}`,
        target: { of: 'ratio', required: 0.9, aim: 1.1 },
      },
    ],
  });
}

async function blobUp(
  { rounds, progress }: Bench,
  ours: Repository,
  theirs: Repository,
  mebibytes: number,
): Promise<Line> {
  const what = `blob of ${mebibytes} MiB up in one PATCH`;
  progress(what);
  const size = mebibytes * mebibyte;
  // Several small ones, because the time of one varies.
  const blobs = Math.max(1, Math.round(50 / mebibytes));
  const push = async (repository: Repository): Promise<Sample> => {
    const all = Array.from({ length: blobs }, () => [...uniqueContent(size).chunks]);
    const digests = all.map((chunks) => digestOf(chunks));
    const begun = performance.now();
    const { cpu } = await withCpu(repository.server.pid, async () => {
      for (const [at, chunks] of all.entries()) {
        await sendInOnePatch(repository, { size, chunks }, () => digests[at] ?? '');
      }
    });
    return { value: (blobs * mebibytes) / ((performance.now() - begun) / 1000), cpu };
  };
  await push(ours);
  await push(theirs);
  const [own = [], others = []] = await inRounds(rounds, [() => push(ours), () => push(theirs)]);
  return {
    what,
    against,
    unit: 'MiB/s',
    ours: own,
    theirs: others,
    target: { of: 'ratio', required: 0.8, aim: 1 },
  };
}

function digestOf(chunks: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return `sha256:${hash.digest('hex')}`;
}
