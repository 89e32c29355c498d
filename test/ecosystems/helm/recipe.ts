/** Charts with their provenance, installed by helm. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildChart, buildProvenance } from '../../fixtures/chart.ts';
import { digestsOf } from '../../fixtures/local-file.ts';
import { helms, openHelm } from '../helm_oci/helm.ts';
import type { Client, DocumentsRecipe, Home, Recipe, SamplePackage } from '../recipe.ts';
import { pushForm } from './push.ts';

const documents: DocumentsRecipe = {
  roots: [{ path: 'helm/index.yaml' }],
  withoutPackages: 'exist',
  unlisted: 'not named',
  // A provenance is found by the name of its chart.
  names: 'main files',
  named: (_, bytes) =>
    Object.values(entriesIn(bytes))
      .flat()
      .flatMap(({ urls: [url = ''], digest }) => ({ path: `helm/${url}`, sha256: digest, kind: 'file' as const })),
};

type Entries = Readonly<Record<string, readonly { readonly urls: readonly string[]; readonly digest: string }[]>>;

function entriesIn(bytes: Buffer): Entries {
  // The server has compared it with its schema.
  return (JSON.parse(bytes.toString()) as { readonly entries: Entries }).entries;
}

const [newest] = helms.filter(({ program }) => program !== undefined).toReversed();

async function openClient({ url, token }: Home): Promise<Client> {
  if (newest === undefined) throw new Error('This machine has no helm.');
  const { helm, folder, attempt } = await openHelm(newest);
  const credentials = token === undefined ? [] : ['--username', 'any', '--password', token];
  const added = await attempt(newest.program ?? '', 'repo', 'add', 'larder', `${url}/helm`, ...credentials);
  if (!added.ok) throw new Error(added.output);
  const versions = async (...more: readonly string[]): Promise<readonly string[]> => {
    await helm('repo', 'update');
    const found = JSON.parse(await helm('search', 'repo', 'larder/demo', '--output', 'json', ...more)) as {
      readonly version: string;
    }[];
    return found.map(({ version }) => version);
  };
  const pull = async ({ version, files: [chart] }: SamplePackage): Promise<void> => {
    await helm('repo', 'update');
    await helm('pull', 'larder/demo', '--version', version, '--prov');
    const pulled = await readFile(path.join(folder, `demo-${version}.tgz`));
    if (digestsOf(pulled).sha256 !== digestsOf(chart.bytes).sha256) throw new Error('helm pulled other bytes');
    await readFile(path.join(folder, `demo-${version}.tgz.prov`));
  };
  return {
    offered: () => versions('--versions'),
    installNewest: async () => {
      await helm('repo', 'update');
      await helm('pull', 'larder/demo', '--untar');
      return /^version: (.*)$/m.exec(await helm('show', 'chart', './demo'))?.[1] ?? '';
    },
    install: pull,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

export const helm: Recipe = {
  ecosystem: 'helm',
  build: async (number) => {
    const version = `1.${number}.0`;
    const chart = await buildChart({ version });
    const prov = buildProvenance(chart, { version });
    const name = `demo-${version}.tgz`;
    return {
      name: 'demo',
      version,
      files: [
        { name, bytes: chart },
        { name: `${name}.prov`, bytes: prov },
      ],
    };
  },
  hostile: [
    {
      title: 'a chart without a Chart.yaml',
      name: 'demo-1.0.0.tgz',
      bytes: await buildChart({ entries: (usual) => usual.slice(1) }),
      reason: 'no "Chart.yaml" in its folder',
    },
    {
      title: 'a chart that ends early',
      name: 'demo-1.0.0.tgz',
      bytes: (await buildChart()).subarray(0, 100),
      reason: 'cannot be unpacked as gz',
    },
    {
      title: 'a chart whose maintainers would break the index',
      name: 'demo-1.0.0.tgz',
      bytes: await buildChart({ fields: { maintainers: 'me' } }),
      reason: 'maintainers must be a list',
    },
    {
      title: 'a provenance without a chart',
      name: 'demo-1.0.0.tgz.prov',
      bytes: buildProvenance(await buildChart()),
      reason: 'has no main file',
    },
  ],
  forms: 'accepted',
  ownDoor: {
    publish: async ({ server, slug }, { files: [chart, prov] }) => {
      const reply = await pushForm(server, slug, { chart: chart.bytes, ...(prov && { prov: prov.bytes }) });
      if (!reply.ok) throw Object.assign(new Error(await reply.text()), { status: reply.status });
      await reply.arrayBuffer();
    },
  },
  client: { name: newest?.title ?? 'helm', isPresent: newest !== undefined, isFast: false, open: openClient },
  documents,
};
