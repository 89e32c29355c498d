/** Compares what a server has with what its clients were promised. */
import { checkStorage, type Finding } from '../../src/registry/check-storage.ts';
import { openExistingStorage } from '../../src/server/open-existing-storage.ts';
import { bodyOf, organization, type Api, type Schemas } from './api.ts';
import { registries, sha256Of } from './packages.ts';
import type { Shelf } from './shelf.ts';

/** What broke a promise, for people. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

/** Throws `BrokenPromise`. From here on, the shelf is sure of everything. */
export async function verifyPackages(api: Api, shelf: Shelf): Promise<void> {
  const seen = new Set<string>();
  for (const registry of Object.values(registries).flat()) {
    const listed = await listedIn(api, registry);
    for (const item of listed) {
      await verifyListed(api, shelf, registry, item);
      seen.add(`${registry}/${item.version}`);
    }
    if (registries.debian.some((name) => name === registry)) await verifyIndex(api, registry, listed);
  }
  for (const known of shelf.all()) {
    const name = `${known.registry}/${known.version}`;
    if (seen.has(name)) continue;
    if (!known.unsure) throw new BrokenPromise(`${name} was promised by an answer, but it is not there.`);
    shelf.remove(known);
  }
}

/** Throws `BrokenPromise` when bytes and records do not agree. */
export async function verifyStorage(
  storage: { readonly dataDir: string; readonly databaseUrl: string | undefined },
  hash: boolean,
): Promise<void> {
  const { blobs, records, entries, close } = await openExistingStorage(storage);
  try {
    const findings: Finding[] = [];
    await checkStorage(
      { blobs, records, entries },
      { hash, repair: false, found: (finding) => void findings.push(finding) },
    );
    if (findings.length > 0)
      throw new BrokenPromise(findings.map(({ kind, at, detail }) => `${kind}: ${at} ${detail}`).join('\n'));
  } finally {
    await close();
  }
}

type Listed = Schemas['PackageListItem'];

async function listedIn(api: Api, registry: string): Promise<Listed[]> {
  const listed: Listed[] = [];
  let path: string | undefined = `/${registry}/packages?per_page=100`;
  while (path !== undefined) {
    const reply = await api.ask(path);
    const page = reply?.status === 200 ? bodyOf(reply, 'PackageList') : undefined;
    if (!page) throw new BrokenPromise(`${path} was answered ${reply?.status ?? 'nothing'}.`);
    listed.push(...page.items);
    path = page.links.next && `/${registry}/packages${new URL(page.links.next).search}`;
  }
  return listed;
}

async function verifyListed(api: Api, shelf: Shelf, registry: string, item: Listed): Promise<void> {
  const { id, version, standing } = item;
  const name = `${registry}/${version}`;
  const known = shelf.find(registry, version);
  if (!known)
    throw new BrokenPromise(
      `${name} is listed, but it was ${shelf.hasGone(registry, version) ? 'deleted' : 'never published'}.`,
    );
  const reply = await api.ask(`/${registry}/packages/${id}/files`);
  const files = reply?.status === 200 ? bodyOf(reply, 'PackageFileList')?.items : undefined;
  if (files?.length !== 1) throw new BrokenPromise(`${name} is listed, but has ${files?.length ?? 'no'} files.`);
  for (const file of files) {
    const bytes = await api.ask(`/${registry}/packages/${id}/files/${encodeURIComponent(file.name)}`);
    if (standing === 'withdrawn') {
      if (bytes?.status !== 404) throw new BrokenPromise(`${name} is withdrawn, but its bytes are not 404.`);
      continue;
    }
    const found = bytes?.status === 200 && bytes.body ? sha256Of(bytes.body) : `an answer ${bytes?.status}`;
    if (found !== known.sha256) throw new BrokenPromise(`${name} has ${found} instead of ${known.sha256}.`);
  }
  if (known.standing !== undefined && known.standing !== standing)
    throw new BrokenPromise(`${name} is ${standing} instead of ${known.standing}.`);
  Object.assign(known, { id, unsure: false, standing });
}

/** apt gets the packages that are listed and offered. */
async function verifyIndex(api: Api, registry: string, listed: readonly Listed[]): Promise<void> {
  const path = `/${organization}/${registry}/any/dists/any/main/binary-all/Packages`;
  const index = new TextDecoder().decode(await api.read(path));
  const told = [...index.matchAll(/^SHA256: (.+)$/gm)].map(([, digest]) => digest).toSorted();
  const offered = listed.filter(({ standing }) => standing === 'offered');
  const expected = offered.map(({ digests }) => digests.sha256).toSorted();
  if (told.join() !== expected.join())
    throw new BrokenPromise(`The index of ${registry} has ${told.length} packages; ${expected.length} are offered.`);
}
