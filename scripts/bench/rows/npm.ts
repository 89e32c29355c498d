/** npm's protocol, beside Verdaccio: a packument of many versions, and publishing. */
import { randomBytes } from 'node:crypto';
import { compareRequests } from '../compare-requests.ts';
import { bearer, createRegistry, organization, startNewLarder } from '../larder.ts';
import { startVerdaccio } from '../peers/verdaccio.ts';
import { withCpu } from '../process-usage.ts';
import type { Server } from '../processes.ts';
import { inRounds, type Sample } from '../rounds.ts';
import type { Bench, Line, Row } from '../row.ts';
import { packageName, publication } from '../stock/npm-versions.ts';

interface Side {
  readonly server: Server;
  readonly path: string;
}

const against = 'Verdaccio';
const versions = 100;
/** As npm sends them. */
const installer = {
  Accept: 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, */*',
  'Accept-Encoding': 'gzip',
};

export const npm: Row = {
  id: 'npm',
  title: 'npm: a packument of 100 versions, also with If-None-Match; publish 10 MiB',
  needs: ['wrk', 'npm'],
  measure: async (bench) => {
    const { workspace, progress } = bench;
    progress('install Verdaccio');
    await using verdaccio = await startVerdaccio(workspace);
    await using server = await startNewLarder(workspace);
    await createRegistry(server, 'js', 'javascript', { public: true });
    const ours = { server, path: `/${organization}/js/npm/${packageName}` };
    const theirs = { server: verdaccio, path: `/${packageName}` };
    for (let version = 1; version <= versions; version += 1) {
      const body = await publication(`1.${version}.0`, randomBytes(500));
      await put(ours, body);
      await put(theirs, body);
    }
    return [...(await packuments(bench, ours, theirs)), await largePublications(bench, ours, theirs)];
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
      ours: { ...ours, headers: await headersFor(ours) },
      peers: [{ against, ...theirs, headers: await headersFor(theirs), target: { of: 'ratio', ...target } }],
    });
  return [
    ...(await compare(`packument of ${versions} versions`, { required: 3, aim: 10 }, () => Promise.resolve({}))),
    ...(await compare('the same with If-None-Match', { required: 5, aim: 20 }, async (side) => ({
      'If-None-Match': await etagOf(side),
    }))),
  ];
}

async function largePublications({ rounds, quick, progress }: Bench, ours: Side, theirs: Side): Promise<Line> {
  const mebibytes = quick ? 2 : 10;
  progress(`publish ${mebibytes} MiB`);
  let version = 0;
  const measured = (side: Side) => async (): Promise<Sample> => {
    version += 1;
    const body = await publication(`2.${version}.0`, randomBytes(mebibytes * 1024 ** 2));
    const begun = performance.now();
    const { cpu } = await withCpu(side.server.pid, () => put(side, body));
    return { value: (performance.now() - begun) / 1000, cpu };
  };
  await measured(ours)();
  await measured(theirs)();
  const [own = [], others = []] = await inRounds(rounds, [measured(ours), measured(theirs)]);
  return {
    what: `npm publish of ${mebibytes} MiB`,
    against,
    unit: 's',
    ours: own,
    theirs: others,
    target: { of: 'ratio', required: 2, aim: 5 },
  };
}

/** Throws if the response is an error. */
async function put({ server, path }: Side, body: string): Promise<void> {
  const headers = { ...bearer, 'Content-Type': 'application/json' };
  const response = await fetch(server.url + path, { method: 'PUT', headers, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`PUT ${server.url}${path} returned ${response.status}: ${text}`);
}

/** Returns the ETag of the packument. Verdaccio sends another one with each response, so it never replies with 304. */
async function etagOf({ server, path }: Side): Promise<string> {
  const response = await fetch(server.url + path, { headers: installer });
  await response.arrayBuffer();
  return response.headers.get('ETag') ?? '';
}
