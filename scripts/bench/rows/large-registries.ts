/** One publish into a registry with many debs, and into one with many names that are listed in one document. */
import { larderCommand, organization, publish, publishDebs, registryPath, startLarder } from '../larder.ts';
import { measureOnePublish } from '../one-publish.ts';
import { nodeCommand, startServer, type Server } from '../processes.ts';
import type { Row } from '../row.ts';
import { apk } from '../stock/apks.ts';
import { newDataDir } from '../stock/catalog-rows.ts';
import { debsOneByOne } from '../stock/debs.ts';
import { listedApks, listedDebs, listedGems, listedRpms } from '../stock/listed-packages.ts';
import { rpm } from '../stock/rpms.ts';
import type { Workspace } from '../workspace.ts';

const registry = 'large';

export const manyDebs: Row = {
  id: 'many-debs',
  title: 'One publish into 50,000 debs of five files each: new documents, changed rows, waits of others',
  needs: [],
  measure: async (bench) => {
    const { workspace, quick, progress } = bench;
    const count = quick ? 5000 : 50_000;
    const what = `${count.toLocaleString('en-GB')} debs`;
    progress(`writes ${what}`);
    const { dataDir, ids } = await newDataDir(workspace, registry, listedDebs(count));
    await using server = await startLarder(workspace, dataDir);
    // In the middle of the list.
    const more = debsOneByOne('package-25', Infinity);
    return await measureOnePublish(bench, {
      fresh: { required: 1 },
      mostRows: 28,
      what,
      server,
      dataDir,
      document: `/${organization}/${registry}/any/dists/any/InRelease`,
      others: ['/healthz', registryPath(registry, 'packages', ids[0] ?? '')],
      publish: async () => {
        const { value } = await more.next();
        if (value) await publishDebs(server, registry, [value], 1);
      },
    });
  },
};

export const manyRpms: Row = {
  id: 'many-rpms',
  title: 'One publish into 50,000 RPM packages of five files each: the same',
  needs: [],
  measure: async (bench) => {
    const { workspace, quick, progress } = bench;
    const count = quick ? 5000 : 50_000;
    const what = `${count.toLocaleString('en-GB')} RPM packages`;
    progress(`writes ${what}`);
    const home = { ecosystem: 'redhat', start: startLarder };
    const { dataDir, ids } = await newDataDir(workspace, registry, listedRpms(count), home);
    await using server = await startLarder(workspace, dataDir);
    let published = 0;
    return await measureOnePublish(bench, {
      fresh: { required: 3, aim: 1 },
      mostRows: 31,
      what,
      server,
      dataDir,
      document: `/${organization}/${registry}/rpm_any/rpm_any/x86_64/repodata/repomd.xml`,
      others: ['/healthz', registryPath(registry, 'packages', ids[0] ?? '')],
      publish: async () => {
        published += 1;
        // In the middle of the list.
        const bytes = rpm(`package-25-${published}`);
        await publish(server, registry, 'new.rpm', { size: bytes.length, chunks: [bytes] });
      },
    });
  },
};

export const manyApks: Row = {
  id: 'many-apks',
  title: 'One publish into 50,000 packages of Alpine Linux: the same',
  needs: [],
  measure: async (bench) => {
    const { workspace, quick, progress } = bench;
    const count = quick ? 5000 : 50_000;
    const what = `${count.toLocaleString('en-GB')} apk packages`;
    progress(`writes ${what}`);
    const home = { ecosystem: 'alpine', start: startLarder };
    const { dataDir, ids } = await newDataDir(workspace, registry, listedApks(count), home);
    await using server = await startLarder(workspace, dataDir);
    let published = 0;
    return await measureOnePublish(bench, {
      fresh: { required: 1 },
      mostRows: 21,
      what,
      server,
      dataDir,
      document: `/${organization}/${registry}/alpine_any/alpine_any/main/x86_64/APKINDEX.tar.gz`,
      others: ['/healthz', registryPath(registry, 'packages', ids[0] ?? '')],
      publish: async () => {
        published += 1;
        // In the middle of the list.
        const bytes = apk(`package-25-${published}`);
        await publish(server, registry, 'new.apk', { size: bytes.length, chunks: [bytes] });
      },
    });
  },
};

export const manyNames: Row = {
  id: 'many-names',
  title: 'One publish into 20,000 names that one document lists: the same',
  needs: [],
  measure: async (bench) => {
    const { workspace, quick, progress } = bench;
    const count = quick ? 2000 : 20_000;
    const what = `${count.toLocaleString('en-GB')} names`;
    progress(`writes ${what}`);
    const home = { ecosystem: 'overview', start: startWithOverview };
    const { dataDir, ids } = await newDataDir(workspace, registry, listedGems(count), home);
    await using server = await startWithOverview(workspace, dataDir);
    let published = 0;
    return await measureOnePublish(bench, {
      fresh: { required: 1 },
      mostRows: 21,
      what,
      server,
      dataDir,
      document: `/${organization}/${registry}/overview/versions`,
      others: ['/healthz', registryPath(registry, 'packages', ids[0] ?? '')],
      publish: async () => {
        published += 1;
        const gem = Buffer.from(`gem-80-${published} 1.0\n`);
        await publish(server, registry, 'new.gem', { size: gem.length, chunks: [gem] });
      },
    });
  },
};

/** Starts a server that has the ecosystem `overview` of the tests as well. */
function startWithOverview(workspace: Workspace, dataDir: string): Promise<Server> {
  return startServer(workspace, (port) => ({
    ...larderCommand(workspace, { LARDER_DATA_DIR: dataDir }, port),
    ...nodeCommand('test/ecosystems/throwaway/serve.js'),
  }));
}
