/** debs, installed by the machine's own apt. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createApt } from '../../clients/apt.ts';
import { addSource, update } from '../../clients/debian-customer.ts';
import { present, type Ran } from '../../clients/programs.ts';
import { buildDeb } from '../../fixtures/deb-package.ts';
import type { TarRecipe } from '../../fixtures/tar-archive.ts';
import { listedFiles } from '../../native/debian-repository.ts';
import type { Client, DocumentsRecipe, Home, NamedUrl, Recipe } from '../recipe.ts';

const suite = 'any/dists/any/';

const documents: DocumentsRecipe = {
  roots: [{ path: `${suite}InRelease` }, { path: `${suite}Release` }],
  withoutPackages: 'exist',
  unlisted: 'not named',
  names: 'all files',
  named: ({ path: at }, bytes) => {
    if (at.endsWith('Release')) return listedFiles(bytes.toString()).map(asDocument);
    // It names installed files, not URLs.
    if (at.startsWith(`${suite}main/by-hash/`)) return [];
    // RFC 1952, section 2.3.1: the first bytes of a gzip file.
    const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
    return text.split('\n\n').flatMap((stanza) => (stanza === '' ? [] : filesOf(stanza)));
  },
};

/** With `Acquire-By-Hash`, apt fetches the files of a list by their digests. */
function asDocument({ path: file, sha256, size }: ReturnType<typeof listedFiles>[number]): NamedUrl {
  return { path: suite + file.replace(/[^/]+$/, `by-hash/SHA256/${sha256}`), sha256, size, kind: 'document' };
}

/** Returns the deb of a stanza, or all files of a source. */
function filesOf(stanza: string): readonly NamedUrl[] {
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(stanza)?.[1] ?? '';
  const folder = field('Directory');
  if (folder === '')
    return [{ path: `any/${field('Filename')}`, sha256: field('SHA256'), size: Number(field('Size')), kind: 'file' }];
  const [, list = ''] = /^Checksums-Sha256:\n((?: .*\n?)+)/m.exec(stanza) ?? [];
  return list.split('\n').flatMap((line): readonly NamedUrl[] => {
    const [, sha256 = '', size, name] = line.split(' ');
    return name === undefined ? [] : [{ path: `any/${folder}/${name}`, sha256, size: Number(size), kind: 'file' }];
  });
}

async function openApt({ server, slug, url, token }: Home): Promise<Client> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-apt-'));
  const apt = await createApt(folder);
  await addSource(apt, url, token === undefined ? url : url.replace('://', `://any:${token}@`));
  if (token !== undefined)
    await apt.write(`etc/apt/auth.conf.d/${slug}.conf`, `machine ${url}/ login any password ${server.token}\n`);
  return {
    offered: async () => {
      await update(apt);
      return apt.versions('demo');
    },
    installNewest: async () => {
      await update(apt);
      succeeded(await apt.get('install', 'demo'));
      return apt.installedVersion('demo');
    },
    install: async ({ version }) => {
      await update(apt);
      succeeded(await apt.get('install', '--allow-downgrades', `demo=${version}`));
      const installed = await apt.installedVersion('demo');
      if (installed !== version) throw new Error(`apt installed ${installed}`);
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

function succeeded({ ok, output }: Ran): void {
  if (!ok) throw new Error(output);
}

function fileOf(version: string): TarRecipe {
  return { name: './demo', content: `Version ${version}\n` };
}

export const debian: Recipe = {
  ecosystem: 'debian',
  build: async (number) => {
    const version = `1.${number}-1`;
    const bytes = Buffer.from(await buildDeb({ control: { Version: version }, dataEntries: [fileOf(version)] }));
    return { name: 'demo', version, files: [{ name: `demo_${version}_all.deb`, bytes }] };
  },
  hostile: [
    {
      title: 'a deb that ends early',
      name: 'demo.deb',
      bytes: Buffer.from((await buildDeb()).subarray(0, 100)),
      reason: 'ends inside a member',
    },
    {
      title: 'a control file whose field would end a stanza of the index',
      name: 'demo.deb',
      bytes: Buffer.from(await buildDeb({ control: 'Package: demo\n\nPackage: other\n' })),
      reason: 'control',
    },
    {
      title: 'a deb whose files would be written outside of the root',
      name: 'demo.deb',
      bytes: Buffer.from(await buildDeb({ dataEntries: [{ name: '../demo', content: '' }] })),
      reason: 'leads out of the archive',
    },
    {
      title: 'a package of the Debian installer with the name of a deb',
      name: 'demo.deb',
      bytes: Buffer.from(await buildDeb({ control: { 'Package-Type': 'udeb' } })),
      reason: 'end the name with ".udeb"',
    },
  ],
  forms: 'accepted',
  ownDoor: { cannot: 'apt has no command to publish; dput sends .changes files to an upload queue' },
  client: { name: 'apt-get', isPresent: present('apt-get', 'dpkg', 'curl'), isFast: false, open: openApt },
  documents,
};
