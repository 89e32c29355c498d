/** Compares what a server has with what its clients were promised. */
import { checkStorage, type Finding } from '../../src/registry/check-storage.ts';
import { openExistingStorage } from '../../src/server/open-existing-storage.ts';
import { bodyOf, type Answer, type Api, type Schemas } from './api.ts';
import { BrokenPromise } from './broken-promise.ts';
import type { Storage } from './outbox.ts';
import { project, registries, sha256Of } from './packages.ts';
import type { Shelf } from './shelf.ts';
import { verifyTags, type Tags } from './tags.ts';

/** Throws `BrokenPromise`. From here on, shelf and tags are certain. */
export async function verifyPackages(api: Api, shelf: Shelf, tags: Tags): Promise<void> {
  for (const registry of Object.values(registries).flat()) {
    const listed = await listedIn(api, registry);
    for (const item of listed) await verifyListed(api, shelf, registry, item);
    const versions = new Set(listed.map(({ version }) => version));
    for (const known of shelf.all()) {
      if (known.registry !== registry || versions.has(known.version)) continue;
      const name = `${registry}/${known.version}`;
      if (!known.unsure) throw new BrokenPromise(`${name} was promised by an answer, but it is not there.`);
      shelf.remove(known);
    }
    verifyTags(tags, shelf, registry, listed);
  }
}

/** Throws `BrokenPromise` when bytes and records do not agree. */
export async function verifyStorage(storage: Storage, hash: boolean): Promise<void> {
  const { close, ...existing } = await openExistingStorage(storage);
  try {
    const findings: Finding[] = [];
    await checkStorage(existing, { hash, repair: false, found: (finding) => void findings.push(finding) });
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
      `${name} is listed, but it was ${shelf.gone(registry).has(version) ? 'deleted' : 'never published'}.`,
    );
  const expected = [known.sha256, ...(known.layer === undefined ? [] : [known.layer])];
  const reply = await api.ask(`/${registry}/packages/${id}/files`);
  const files = reply?.status === 200 ? bodyOf(reply, 'PackageFileList')?.items : undefined;
  const digests = files?.map(({ digests: { sha256 } }) => sha256);
  if (digests?.join() !== expected.join())
    throw new BrokenPromise(`${name} is listed, but has the files ${digests?.join()} instead of ${expected.join()}.`);
  const isServed = standing !== 'withdrawn';
  for (const [index, { name: file }] of (files ?? []).entries())
    expectBytes(
      `${name}, ${file}`,
      await api.ask(`/${registry}/packages/${id}/files/${encodeURIComponent(file)}`),
      isServed ? expected[index] : undefined,
    );
  if (known.layer !== undefined) {
    const layer = await api.native(`${registry}/manifests/${project}/blobs/sha256:${known.layer}`);
    expectBytes(`The layer of ${name}`, layer, isServed ? known.layer : undefined);
  }
  if (known.standing !== undefined && known.standing !== standing)
    throw new BrokenPromise(`${name} is ${standing} instead of ${known.standing}.`);
  Object.assign(known, { id, unsure: false, standing });
}

/** `sha256` is undefined for a file that is not served. */
function expectBytes(name: string, reply: Answer | undefined, sha256: string | undefined): void {
  const found = reply?.status === 200 && reply.body ? sha256Of(reply.body) : reply?.status;
  if (found !== (sha256 ?? 404)) throw new BrokenPromise(`${name}: ${found} instead of ${sha256 ?? 404}.`);
}
