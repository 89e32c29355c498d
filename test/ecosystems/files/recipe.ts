/** Files of any kind, downloaded by curl. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { present, run } from '../../clients/programs.ts';
import type { Client, Home, Recipe } from '../recipe.ts';

const byName = { cannot: 'curl requests files by name; a files registry has no index' };

async function openCurl({ url, token }: Home): Promise<Client> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-curl-'));
  return {
    offered: byName,
    installNewest: byName,
    install: async ({ files }) => {
      for (const { name, bytes } of files) {
        const credentials = token === undefined ? [] : ['-u', `any:${token}`];
        const { ok, output } = await run('curl', ['-fsSL', '-O', ...credentials, `${url}/files/${name}`], { folder });
        if (!ok) throw new Error(output);
        if (!(await readFile(path.join(folder, name))).equals(bytes))
          throw new Error(`curl got other bytes of ${name}`);
      }
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

export const files: Recipe = {
  ecosystem: 'files',
  build: async (number) => {
    const version = `1.${number}.0`;
    return { name: 'demo', version, files: [{ name: `demo-${version}.txt`, bytes: Buffer.from(`demo ${version}`) }] };
  },
  hostile: [
    { title: 'a name without a version', name: 'demo.txt', bytes: Buffer.from('demo'), reason: 'has no version' },
    { title: 'an empty file', name: 'demo-1.0.0.txt', bytes: Buffer.alloc(0), reason: 'The file is empty' },
  ],
  forms: 'accepted',
  ownDoor: {
    publish: async ({ url, server }, { files: [{ name, bytes }] }) => {
      const { status } = await fetch(`${url}/files/${name}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${server.token}` },
        body: bytes,
      });
      if (status !== 201) throw Object.assign(new Error(`The registry answers ${status}.`), { status });
    },
  },
  client: { name: 'curl', isPresent: present('curl'), isFast: true, open: openCurl },
  documents: { cannot: byName.cannot },
};
