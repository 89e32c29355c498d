/** npm's protocol, beside Verdaccio: a packument of many versions, and publishing. */
import { randomBytes } from 'node:crypto';
import { compareRequests } from '../compare-requests.ts';
import { bearer, createRegistry, organization, startNewLarder } from '../larder.ts';
import { createNpmClient } from '../npm-client.ts';
import { startVerdaccio } from '../peers/verdaccio.ts';
import { withCpu } from '../process-usage.ts';
import type { Server } from '../processes.ts';
import { inRounds, type Sample } from '../rounds.ts';
import type { Bench, Line, Row } from '../row.ts';
import { packageName, publication } from '../stock/npm-versions.ts';
import { upload } from '../upload.ts';

interface Side {
  readonly server: Server;
  /** The path of the registry. */
  readonly base: string;
}

const against = 'Verdaccio';
const versions = 100;
const warmUps = 5;
/** As npm sends them. */
const installer = {
  Accept: 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, */*',
  'Accept-Encoding': 'gzip',
};

export const npm: Row = {
  id: 'npm',
  title: 'npm: a packument of 100 versions, also with If-None-Match; publish 10 MiB with npm, and its request alone',
  needs: ['wrk', 'npm'],
  measure: async (bench) => {
    const { workspace, progress } = bench;
    progress('install Verdaccio');
    await using verdaccio = await startVerdaccio(workspace);
    await using server = await startNewLarder(workspace);
    await createRegistry(server, 'js', 'javascript', { public: true });
    const ours = { server, base: `/${organization}/js/npm` };
    const theirs = { server: verdaccio, base: '' };
    for (let version = 1; version <= versions; version += 1) {
      const body = await publication(`1.${version}.0`, randomBytes(500));
      await put(ours, Buffer.from(body));
      await put(theirs, Buffer.from(body));
    }
    return [...(await packuments(bench, ours, theirs)), ...(await largePublications(bench, ours, theirs))];
  },
};

async function packuments(bench: Bench, ours: Side, theirs: Side): Promise<readonly Line[]> {
  const compare = async (
    what: string,
    target: { readonly required: number; readonly aim: number },
    headersFor: (side: Side) => Promise<Readonly<Record<string, string>>>,
  ): Promise<readonly Line[]> =>
    await compareRequests(bench, {
      what,
      headers: installer,
      differs: true,
      ours: { ...located(ours), headers: await headersFor(ours) },
      peers: [{ against, ...located(theirs), headers: await headersFor(theirs), target: { of: 'ratio', ...target } }],
    });
  return [
    ...(await compare(`packument of ${versions} versions`, { required: 3, aim: 10 }, () => Promise.resolve({}))),
    ...(await compare('the same with If-None-Match', { required: 5, aim: 20 }, async (side) => ({
      'If-None-Match': await etagOf(side),
    }))),
  ];
}

/**
 * Publishes with npm, whose own work is in the time of both sides, and sends the same body again with a small client, whose
 * work is as short as can be. The second line is about the servers, so it has the target.
 */
async function largePublications(bench: Bench, ours: Side, theirs: Side): Promise<readonly Line[]> {
  const { workspace, rounds, quick, progress } = bench;
  const mebibytes = quick ? 2 : 10;
  const npmClient = await createNpmClient(workspace);
  let version = 0;
  const next = async (): Promise<void> => {
    version += 1;
    await npmClient.change(`2.${version}.0`, mebibytes * 1024 ** 2);
  };
  const compare = async (publish: (side: Side) => Promise<() => Promise<void>>) => {
    const measured = (side: Side) => async (): Promise<Sample> => {
      await next();
      const work = await publish(side);
      const begun = performance.now();
      const { cpu } = await withCpu(side.server.pid, work);
      return { value: (performance.now() - begun) / 1000, cpu };
    };
    // Code that is compiled at its first uses is not what a running server costs.
    for (let time = 0; time < warmUps; time += 1) for (const side of [ours, theirs]) await measured(side)();
    const [own = [], others = []] = await inRounds(rounds, [measured(ours), measured(theirs)]);
    return { against, unit: 's', ours: own, theirs: others } as const;
  };
  progress(`npm publish, ${mebibytes} MiB`);
  const byNpm = await compare((side) =>
    Promise.resolve(() => npmClient.publish(side.server.url + side.base, tokenOf(bearer))),
  );
  progress(`its body alone, ${mebibytes} MiB`);
  const alone = await compare(async (side) => {
    const body = await npmClient.bodyOfPublish();
    return () => put(side, body);
  });
  return [
    { what: `npm publish of ${mebibytes} MiB, with the time of npm`, ...byNpm },
    { what: 'the same body by a small client', ...alone, target: { of: 'ratio', required: 2, aim: 5 } },
  ];
}

function tokenOf({ Authorization }: typeof bearer): string {
  return Authorization.slice('Bearer '.length);
}

function located({ server, base }: Side): { readonly server: Server; readonly path: string } {
  return { server, path: `${base}/${packageName}` };
}

/** Throws if the response is an error. */
async function put({ server, base }: Side, body: Buffer): Promise<void> {
  const headers = { ...bearer, 'Content-Type': 'application/json' };
  const content = { size: body.byteLength, chunks: [body] };
  await upload('PUT', `${server.url}${base}/${packageName}`, headers, content);
}

/** Returns the ETag of the packument. Verdaccio sends another one with each response, so it never replies with 304. */
async function etagOf({ server, base }: Side): Promise<string> {
  const response = await fetch(`${server.url}${base}/${packageName}`, { headers: installer });
  await response.arrayBuffer();
  return response.headers.get('ETag') ?? '';
}
