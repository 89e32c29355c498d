/** Sets of four files, which a client sends in any order and fetches by their paths. */
import { digestsOf } from '../../../fixtures/local-file.ts';
import { fetchFrom } from '../../follow.ts';
import type { Client, DocumentsRecipe, Home, NamedUrl, Recipe, SampleFile, SamplePackage } from '../../recipe.ts';
import { send } from '../send.ts';
import { throwawayId } from '../throwaway-id.ts';
import { pathOf } from './coordinates.ts';

const name = 'org.acme:demo';
const versions = 'sets/org/acme/demo/versions.json';

interface ListedVersion {
  readonly version: string;
  readonly sha256: string;
}

function listedIn(bytes: Buffer): readonly ListedVersion[] {
  // The document is ours.
  return JSON.parse(bytes.toString()) as readonly ListedVersion[];
}

function urlOf(version: string, file: string): string {
  return `sets/${pathOf({ name, version, file })}`;
}

const documents: DocumentsRecipe = {
  roots: [{ path: versions }],
  withoutPackages: 'are missing',
  unlisted: 'not named',
  names: 'main files',
  named: (_, bytes) =>
    listedIn(bytes).map(({ version, sha256 }): NamedUrl => ({
      path: urlOf(version, `demo-${version}.pom`),
      sha256,
      kind: 'file',
    })),
};

async function openClient(home: Home): Promise<Client> {
  const offered = async (): Promise<readonly string[]> => {
    const { status, bytes } = await fetchFrom(home, { path: versions });
    return status === 404 ? [] : listedIn(bytes).map(({ version }) => version);
  };
  return {
    offered,
    installNewest: async () => (await offered())[0] ?? '',
    install: async ({ version, files }) => {
      for (const file of files) {
        const { status, bytes } = await fetchFrom(home, { path: urlOf(version, file.name) });
        if (status !== 200) throw new Error(`${file.name}: ${status}`);
        if (digestsOf(bytes).sha256 !== digestsOf(file.bytes).sha256) throw new Error(`${file.name} has other bytes.`);
      }
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** Another file comes first for each version. */
function inSomeOrder(files: readonly SampleFile[], number: number): readonly SampleFile[] {
  const at = number % files.length;
  return [...files.slice(at), ...files.slice(0, at)];
}

async function put(home: Home, { version, files }: SamplePackage): Promise<void> {
  for (const file of inSomeOrder(files, version.length)) {
    await send(home, 'PUT', urlOf(version, file.name), file.bytes);
  }
}

export const sets: Recipe = {
  ecosystem: throwawayId('sets'),
  build: async (number) => {
    const version = `1.${number}`;
    const other = (ending: string): SampleFile => {
      return { name: `demo-${version}${ending}`, bytes: Buffer.from(`${ending} of ${version}`) };
    };
    const pom = { name: `demo-${version}.pom`, bytes: Buffer.from(`${name}:${version}\n`) };
    return { name, version, files: [pom, other('-sources.jar'), other('-tests.jar'), other('.jar')] };
  },
  hostile: [
    {
      title: 'a file whose version only its path would have',
      name: 'demo-1.0.jar',
      bytes: Buffer.from('jar'),
      reason: 'Only the path',
    },
    { title: 'a .pom without coordinates', name: 'demo-1.0.pom', bytes: Buffer.from('demo'), reason: 'one line' },
  ],
  forms: 'accepted',
  ownDoor: { publish: put },
  client: { name: 'a client of sets', isPresent: true, isFast: true, open: openClient },
  documents,
};
