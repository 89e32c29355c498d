/** Gems, fetched by a client that reads no document yet. */
import { digestsOf } from '../../../fixtures/local-file.ts';
import { fetchFrom } from '../../follow.ts';
import type { Client, Home, Recipe } from '../../recipe.ts';
import { throwawayId } from '../throwaway-id.ts';
import { send } from '../send.ts';

const byName = { cannot: 'the documents that list versions come with the mechanism of documents' };

async function openClient(home: Home): Promise<Client> {
  return {
    offered: byName,
    installNewest: byName,
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
  documents: byName,
};
