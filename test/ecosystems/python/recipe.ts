/** Wheels, installed by pip of the machine's own Python. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { hasPip, pipIn } from '../../clients/pip.ts';
import type { Ran } from '../../clients/programs.ts';
import { buildWheel, wheelName } from '../../fixtures/python-package.ts';
import { HTML_V1, JSON_V1 } from '../../native/python-repository.ts';
import { uploadForm } from './upload-form.ts';
import type { Client, DocumentsRecipe, Home, NamedUrl, Recipe } from '../recipe.ts';

const simple = 'pypi/simple/';

const documents: DocumentsRecipe = {
  roots: [
    { path: simple, accept: JSON_V1 },
    { path: simple, accept: HTML_V1 },
  ],
  withoutPackages: 'exist',
  unlisted: 'named',
  names: 'all files',
  named: ({ path: at, accept = JSON_V1 }, bytes) => {
    const links = accept === JSON_V1 ? linksOfJson(bytes.toString()) : linksOfHtml(bytes.toString());
    return links.map(({ href, ...link }): NamedUrl => {
      const path = new URL(href, `http://registry/${at}`).pathname.slice(1);
      return { path, ...link, ...(link.kind === 'document' && { accept }) };
    });
  },
};

interface LinkInPage extends Pick<NamedUrl, 'sha256' | 'size' | 'of' | 'kind'> {
  readonly href: string;
}

/** PEP 691. */
interface SimpleJson {
  readonly projects?: readonly { readonly name: string }[];
  readonly files?: readonly {
    readonly url: string;
    readonly size: number;
    readonly hashes: { readonly sha256: string };
    readonly 'core-metadata': false | { readonly sha256: string };
  }[];
}

function linksOfJson(text: string): LinkInPage[] {
  // The server has compared it with its schema.
  const { projects = [], files = [] } = JSON.parse(text) as SimpleJson;
  return [
    ...projects.map(({ name }) => ({ href: `${name}/`, kind: 'document' as const })),
    ...files.flatMap(({ url: href, size, hashes: { sha256 }, 'core-metadata': metadata }) => [
      { href, size, sha256, kind: 'file' as const },
      ...(metadata === false ? [] : [metadataOf(href, metadata.sha256, sha256)]),
    ]),
  ];
}

/** PEP 503. */
function linksOfHtml(text: string): LinkInPage[] {
  const links = text.matchAll(/<a href="([^"#]+)(?:#sha256=([0-9a-f]{64}))?"([^>]*)>/g);
  return [...links].flatMap(([, href = '', sha256, attributes = '']): LinkInPage[] => {
    if (sha256 === undefined) return [{ href, kind: 'document' }];
    const [, metadata] = /data-core-metadata="sha256=([0-9a-f]{64})"/.exec(attributes) ?? [];
    return [{ href, sha256, kind: 'file' }, ...(metadata === undefined ? [] : [metadataOf(href, metadata, sha256)])];
  });
}

/** PEP 658. */
function metadataOf(href: string, sha256: string, of: string): LinkInPage {
  return { href: `${href}.metadata`, sha256, of, kind: 'derived' };
}

async function openPip({ url, token }: Home): Promise<Client> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-pip-'));
  const pip = pipIn(folder);
  const index = `${token === undefined ? url : url.replace('://', `://any:${token}@`)}/pypi/simple`;
  const installed = async (): Promise<string> => {
    const module = await readFile(path.join(folder, 'demo.py'), 'utf8');
    return /"(.*)"/.exec(module)?.[1] ?? '';
  };
  return {
    offered: async () => {
      const { ok, output } = await pip.versions(index, 'demo');
      if (!ok && output.includes('No matching distribution found')) return [];
      return /^Available versions: (.*)$/m.exec(output)?.[1]?.split(', ') ?? [];
    },
    installNewest: async () => {
      succeeded(await pip.install(index, '--upgrade', 'demo'));
      return installed();
    },
    install: async ({ version }) => {
      succeeded(await pip.install(index, '--upgrade', `demo==${version}`));
      if ((await installed()) !== version) throw new Error(`pip installed ${await installed()}`);
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

function succeeded({ ok, output }: Ran): void {
  if (!ok) throw new Error(output);
}

export const python: Recipe = {
  ecosystem: 'python',
  build: async (number) => {
    const version = `1.${number}`;
    return { name: 'demo', version, files: [{ name: wheelName('demo', version), bytes: buildWheel({ version }) }] };
  },
  hostile: [
    {
      title: 'a wheel whose name has another version',
      name: wheelName('demo', '2.0'),
      bytes: buildWheel({ version: '1.0' }),
      reason: 'according to its metadata it is',
    },
    {
      title: 'a wheel that ends early',
      name: wheelName('demo', '1.0'),
      bytes: buildWheel().subarray(0, 100),
      reason: 'zip',
    },
  ],
  forms: 'accepted',
  ownDoor: {
    publish: async ({ server, url }, { files: [file] }) => {
      const headers = { Authorization: `Bearer ${server.token}` };
      const reply = await fetch(`${url}/pypi/`, { method: 'POST', headers, body: uploadForm(file) });
      if (!reply.ok) throw Object.assign(new Error(await reply.text()), { status: reply.status });
      await reply.arrayBuffer();
    },
  },
  client: { name: 'pip', isPresent: hasPip(), isFast: false, open: openPip },
  documents,
};
