/** Packages, installed by npm of the machine's own Node.js. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { npmIn } from '../../clients/npm.ts';
import { present, type Ran } from '../../clients/programs.ts';
import { buildTarball, publishBody } from '../../fixtures/npm-package.ts';
import type { Client, DocumentsRecipe, Home, NamedUrl, Recipe, SamplePackage } from '../recipe.ts';

const ABBREVIATED = 'application/vnd.npm.install-v1+json';

const documents: DocumentsRecipe = {
  roots: [{ path: 'npm/demo', accept: ABBREVIATED }, { path: 'npm/demo' }],
  withoutPackages: 'are missing',
  unlisted: 'named',
  names: 'all files',
  named: (_, bytes) => Object.values(versionsIn(bytes)).map(({ dist }) => asNamed(dist)),
};

interface Dist {
  readonly tarball: string;
  readonly integrity: string;
}

function versionsIn(bytes: Buffer): Readonly<Record<string, { readonly dist: Dist }>> {
  // The server has compared it with its schema.
  return (JSON.parse(bytes.toString()) as { readonly versions: Readonly<Record<string, { readonly dist: Dist }>> })
    .versions;
}

function asNamed({ tarball, integrity }: Dist): NamedUrl {
  // After the organization and the registry.
  const path = new URL(tarball).pathname.split('/').slice(3).join('/');
  return { path, sha512: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex'), kind: 'file' };
}

/** Publishes like npm. Throws an `Error` with the `status` of any other response. */
export async function putPackage(
  { server, url }: Pick<Home, 'server' | 'url'>,
  name: string,
  body: object,
): Promise<void> {
  const headers = { Authorization: `Bearer ${server.token}`, 'Content-Type': 'application/json' };
  const reply = await fetch(`${url}/npm/${name.replace('/', '%2f')}`, {
    method: 'PUT',
    headers,
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw Object.assign(new Error(`${reply.status} ${await reply.text()}`), { status: reply.status });
  await reply.arrayBuffer();
}

async function openNpm({ url, token }: Home): Promise<Client> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-npm-'));
  const { npm, read } = await npmIn(folder, { registry: `${url}/npm/`, token });
  const installed = async (): Promise<string> => {
    const module = await read('node_modules/demo/index.js');
    return /"(.*)"/.exec(module)?.[1] ?? '';
  };
  return {
    offered: async () => {
      const { ok, stdout, output } = await npm('view', 'demo', 'versions', '--json');
      if (!ok && output.includes('E404')) return [];
      // npm prints a text instead of a list with one item.
      return ok ? ([JSON.parse(stdout)].flat() as string[]) : fail(output);
    },
    installNewest: async () => {
      succeeded(await npm('install', 'demo@latest'));
      return installed();
    },
    install: async ({ version }: SamplePackage) => {
      succeeded(await npm('install', `demo@${version}`));
      if ((await installed()) !== version) throw new Error(`npm installed ${await installed()}`);
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

function succeeded({ ok, output }: Ran): void {
  if (!ok) fail(output);
}

function fail(output: string): never {
  throw new Error(output);
}

export const javascript: Recipe = {
  ecosystem: 'javascript',
  build: async (number) => {
    const version = `1.${number}.0`;
    return { name: 'demo', version, files: [{ name: `demo-${version}.tgz`, bytes: await buildTarball({ version }) }] };
  },
  hostile: [
    {
      title: 'a tarball without a package.json',
      name: 'demo-1.0.0.tgz',
      bytes: await buildTarball({ entries: (usual) => usual.slice(1) }),
      reason: 'no "package.json" in its folder',
    },
    {
      title: 'a tarball that ends early',
      name: 'demo-1.0.0.tgz',
      bytes: (await buildTarball()).subarray(0, 100),
      reason: 'cannot be unpacked as gz',
    },
  ],
  forms: 'accepted',
  ownDoor: {
    // Without an explicit tag, npm rejects a version that is older than `latest`.
    publish: (home, { version, files: [tarball] }) =>
      putPackage(home, 'demo', publishBody({ version }, tarball.bytes, { tag: 'next' })),
  },
  client: { name: 'npm', isPresent: present('npm'), isFast: false, open: openNpm },
  documents,
};
