/** Gems, which a client finds by the line of their name in `versions`. */
import { digestsOf } from '../../../fixtures/local-file.ts';
import { fetchFrom } from '../../follow.ts';
import type { Client, DocumentsRecipe, Home, NamedUrl, Recipe } from '../../recipe.ts';
import { compareNumbers } from '../plain-ecosystem.ts';
import { send } from '../send.ts';
import { throwawayId } from '../throwaway-id.ts';

const documents: DocumentsRecipe = {
  roots: [{ path: 'overview/versions' }],
  unlisted: 'not named',
  withoutPackages: 'exist',
  names: 'all files',
  named: ({ path }, bytes) => (path.endsWith('/versions') ? namesIn(bytes) : gemsIn(bytes)),
};

/** Returns the latest line of each name. The document of a name is replaced in place, so it has no digest. */
function namesIn(bytes: Buffer): readonly NamedUrl[] {
  const latest = new Map(linesOf(bytes).map((line) => [line.slice(0, line.indexOf(' ')), line]));
  return [...latest]
    .filter(([name, line]) => line !== `${name} -`)
    .map(([name]) => ({ path: `overview/info/${name}`, kind: 'document' }));
}

interface Gem {
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
}

function gemsIn(bytes: Buffer): readonly NamedUrl[] {
  return parsed(bytes).map(({ file, sha256 }) => ({ path: `overview/gems/${file}`, sha256, kind: 'file' }));
}

/** The entries of the ecosystem's own reader. */
function parsed(bytes: Buffer): readonly Gem[] {
  return linesOf(bytes).map((line) => JSON.parse(line) as Gem);
}

function linesOf(bytes: Buffer): readonly string[] {
  return bytes.toString().split('\n').slice(0, -1);
}

async function openClient(home: Home): Promise<Client> {
  const offered = async (): Promise<readonly string[]> => {
    const { status, bytes } = await fetchFrom(home, { path: 'overview/info/demo' });
    return status === 404 ? [] : parsed(bytes).map(({ version }) => version);
  };
  return {
    offered,
    installNewest: async () => (await offered()).toSorted(compareNumbers).at(-1) ?? '',
    install: async ({ files: [gem] }) => {
      const { status, bytes } = await fetchFrom(home, { path: `overview/gems/${gem.name}` });
      if (status !== 200 || digestsOf(bytes).sha256 !== digestsOf(gem.bytes).sha256) throw new Error(`${status}`);
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

export const overview: Recipe = {
  ecosystem: throwawayId('overview'),
  build: async (number) => {
    const version = `1.${number}`;
    return { name: 'demo', version, files: [{ name: `demo-${version}.gem`, bytes: Buffer.from(`demo ${version}\n`) }] };
  },
  hostile: [{ title: 'a gem without a version', name: 'demo.gem', bytes: Buffer.from('demo\n'), reason: 'first line' }],
  forms: 'accepted',
  ownDoor: {
    publish: async (home, { files: [gem] }) => void (await send(home, 'POST', 'overview/gems', gem.bytes)),
  },
  client: { name: 'a client of gems', isPresent: true, isFast: true, open: openClient },
  documents,
};
