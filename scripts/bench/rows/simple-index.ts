/** The pages of a Python index, beside pypiserver: one publish and the page with it, and requests for a page. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compareRequests } from '../compare-requests.ts';
import { get } from '../get.ts';
import { bearer, createRegistry, organization, publish, startNewLarder } from '../larder.ts';
import { startPypiserver } from '../peers/pypiserver.ts';
import { withCpu } from '../process-usage.ts';
import type { Server } from '../processes.ts';
import { inRounds, type Sample } from '../rounds.ts';
import type { Row } from '../row.ts';
import { sdist, type Sdist } from '../stock/sdists.ts';

interface Side {
  readonly server: Server;
  /** The path of the page of the project that grows. */
  readonly page: string;
  readonly send: (file: Sdist) => Promise<void>;
}

const registry = 'wheels';
const project = 'project_0';
const against = 'pypiserver';
const versions = 10;

export const simpleIndex: Row = {
  id: 'simple-index',
  title: 'A page of a Python index with 2,000 files: after one publish, and requests for it',
  needs: ['python3', 'wrk'],
  measure: async (bench) => {
    const { workspace, quick, rounds, progress } = bench;
    const projects = quick ? 5 : 200;
    const folder = await workspace.newFolder('pypiserver');
    progress('installs pypiserver');
    await using server = await startNewLarder(workspace);
    await createRegistry(server, registry, 'python', { public: true });
    progress(`publishes ${projects * versions} files`);
    for (let at = 0; at < projects * versions; at += 1) {
      const file = sdist(`project_${at % projects}`, `1.${Math.floor(at / projects)}`);
      await writeFile(path.join(folder, file.fileName), file.bytes);
      await publishTo(server, file);
    }
    await using pypiserver = await startPypiserver(workspace, folder);
    const ours: Side = {
      server,
      page: `/${organization}/${registry}/pypi/simple/project-0/`,
      send: (file) => publishTo(server, file),
    };
    const theirs: Side = { server: pypiserver, page: '/simple/project-0/', send: (file) => sendForm(pypiserver, file) };
    let version = versions;
    const publishInto =
      ({ server: { url, pid }, page, send }: Side) =>
      async (): Promise<Sample> => {
        version += 1;
        const file = sdist(project, `1.${version}`);
        const begun = performance.now();
        const { result, cpu } = await withCpu(pid, () => send(file).then(() => get(url + page, bearer)));
        const value = (performance.now() - begun) / 1000;
        if (!result.includes(file.fileName)) throw new Error(`${url}${page} does not have ${file.fileName}.`);
        return { value, cpu };
      };
    progress('rounds');
    await publishInto(ours)();
    await publishInto(theirs)();
    const [own = [], others = []] = await inRounds(rounds, [publishInto(ours), publishInto(theirs)]);
    const what = `one publish into ${(projects * versions).toLocaleString('en-GB')} files, and its page`;
    return [
      { what, against, unit: 's', ours: own, theirs: others, target: { of: 'ratio', required: 2, aim: 5 } },
      ...(await compareRequests(bench, {
        what: 'page of a Python project',
        headers: {},
        differs: true,
        ours: { server, path: ours.page },
        peers: [{ against, server: pypiserver, path: theirs.page, target: { of: 'ratio', required: 3, aim: 10 } }],
      })),
    ];
  },
};

async function publishTo(server: Server, { fileName, bytes }: Sdist): Promise<void> {
  await publish(server, registry, fileName, { size: bytes.length, chunks: [bytes] });
}

/** Sends the form of twine. */
async function sendForm({ url }: Server, { fileName, bytes }: Sdist): Promise<void> {
  const form = new FormData();
  form.set(':action', 'file_upload');
  form.set('content', new Blob([Buffer.from(bytes)]), fileName);
  const response = await fetch(`${url}/`, { method: 'POST', body: form });
  if (!response.ok) throw new Error(`pypiserver returned ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}
