/** Commits with two files, one of them in a folder. Each is the first of a branch of its own. */
import { createHash } from 'node:crypto';
import { digestsOf } from '../../../fixtures/local-file.ts';
import { fetchFrom } from '../../follow.ts';
import type { Client, Home, Recipe, SampleFile, SamplePackage } from '../../recipe.ts';
import { send } from '../send.ts';
import { throwawayId } from '../throwaway-id.ts';

const byRevision = { cannot: 'a client requests a branch or a commit; they have no order' };

export interface CommitRecipe {
  readonly name: string;
  readonly branch: string;
  readonly parent: string | null;
  readonly files?: readonly SampleFile[];
  readonly deleted?: readonly string[];
}

/** Returns the version. Throws if the commit is rejected. */
export async function commit(
  home: Home,
  { name, branch, parent, files = [], deleted = [] }: CommitRecipe,
): Promise<string> {
  const lines = [
    { key: 'header', value: { summary, parent } },
    ...files.map(({ name: path, bytes }) => ({
      key: 'file',
      value: { path, content: Buffer.from(bytes).toString('base64') },
    })),
    ...deleted.map((path) => ({ key: 'deleted', value: { path } })),
  ];
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const reply = await send(
    home,
    'POST',
    `commits/${name}/branches/${encodeURIComponent(branch)}`,
    body,
    'application/x-ndjson',
  );
  // The server has compared it with its schema.
  return ((await reply.json()) as { readonly version: string }).version;
}

const summary = 'Change files';

/** Returns the version of a commit without a parent. */
function versionOf(files: readonly SampleFile[]): string {
  const tree = files.map(({ name, bytes }) => [name, digestsOf(bytes).sha256]);
  return createHash('sha256')
    .update(JSON.stringify([null, summary, ...tree]))
    .digest('hex');
}

async function openClient(home: Home): Promise<Client> {
  return {
    offered: byRevision,
    installNewest: byRevision,
    install: async ({ name, version, files }: SamplePackage) => {
      for (const file of files) {
        const { status, bytes } = await fetchFrom(home, { path: `commits/${name}/files/${version}/${file.name}` });
        if (status !== 200 || !bytes.equals(file.bytes)) throw new Error(`${file.name}: ${status}`);
      }
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

export const commits: Recipe = {
  ecosystem: throwawayId('commits'),
  build: async (number) => {
    const files = [
      { name: 'README.md', bytes: Buffer.from(`demo ${number}`) },
      { name: 'data/model.bin', bytes: Buffer.from(`model ${number}`) },
    ] as const;
    return { name: 'demo', version: versionOf(files), files };
  },
  hostile: [],
  forms: { cannot: 'a file belongs to a commit' },
  ownDoor: {
    publish: async (home, { name, version, files }) => {
      await commit(home, { name, branch: version.slice(0, 8), parent: null, files });
    },
  },
  client: { name: 'a client of commits', isPresent: true, isFast: true, open: openClient },
  documents: byRevision,
};
