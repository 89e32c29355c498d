/** Compares what a server has with what its clients were promised. */
import { checkStorage, type Finding } from '../../src/registry/check-storage.ts';
import { openExistingStorage } from '../../src/server/open-existing-storage.ts';
import { bodyOf, type Answer, type Api, type Schemas } from './api.ts';
import { BrokenPromise } from './broken-promise.ts';
import type { Storage } from './outbox.ts';
import { isOf, registries, sha256Of } from './packages.ts';
import type { Known, Shelf } from './shelf.ts';
import { verifyTags, type Tags } from './tags.ts';
import { uploadProtocols } from './upload-protocols.ts';

/** Throws `BrokenPromise`. From here on, shelf and tags are certain. */
export async function verifyPackages(api: Api, shelf: Shelf, tags: Tags): Promise<void> {
  for (const registry of Object.values(registries).flat()) {
    const listed = await listedIn(api, registry);
    const versions = new Set(listed.map(({ version }) => version));
    // Lists omit parts of others. Files of these have them, unless they are withdrawn.
    const add = async (id: string | undefined): Promise<void> => {
      const part = id === undefined ? undefined : await findPackage(api, registry, id);
      if (part === undefined || versions.has(part.version)) return;
      versions.add(part.version);
      listed.push(part);
    };
    for (const { id } of shelf.all().filter((known) => known.registry === registry && isOf('oci', registry)))
      await add(id);
    for (const item of listed) for (const id of await verifyListed(api, shelf, registry, item)) await add(id);
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

type Listed = Pick<Schemas['PackageListItem'], 'id' | 'version' | 'standing' | 'tags'>;

/** Returns undefined if it does not exist. */
async function findPackage(api: Api, registry: string, id: string): Promise<Listed | undefined> {
  const reply = await api.ask(`/${registry}/packages/${id}`);
  if (reply?.status === 404) return undefined;
  const found = reply?.status === 200 ? bodyOf(reply, 'Package') : undefined;
  if (!found) throw new BrokenPromise(`${registry}: the package ${id} was answered ${reply?.status ?? 'nothing'}.`);
  return found;
}

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

/** Returns the ids of its parts. */
async function verifyListed(api: Api, shelf: Shelf, registry: string, item: Listed): Promise<readonly string[]> {
  const { id, version, standing } = item;
  const name = `${registry}/${version}`;
  const known = shelf.find(registry, version);
  if (!known)
    throw new BrokenPromise(
      `${name} is listed, but it was ${shelf.gone(registry).has(version) ? 'deleted' : 'never published'}.`,
    );
  const expected = [known.sha256, ...known.others];
  const reply = await api.ask(`/${registry}/packages/${id}/files`);
  const all = (reply?.status === 200 ? bodyOf(reply, 'PackageFileList')?.items : undefined) ?? [];
  const files = all.filter(({ role }) => role !== 'referrer');
  const digests = files.map(({ digests: { sha256 } }) => sha256);
  if (digests.join() !== expected.join())
    throw new BrokenPromise(`${name} is listed, but has the files ${digests.join()} instead of ${expected.join()}.`);
  const isServed = standing !== 'withdrawn';
  for (const [index, { name: file }] of files.entries())
    expectBytes(
      `${name}, ${file}`,
      await api.ask(`/${registry}/packages/${id}/files/${encodeURIComponent(file)}`),
      isServed ? expected[index] : undefined,
    );
  const protocol = uploadProtocols.find(({ ecosystem }) => isOf(ecosystem, registry));
  if (protocol) await verifyPull(api, protocol.home(registry), known, isServed);
  if (known.standing !== undefined && known.standing !== standing)
    throw new BrokenPromise(`${name} is ${standing} instead of ${known.standing}.`);
  Object.assign(known, { id, unsure: false, standing });
  return all.flatMap((file) => file.package?.id ?? []);
}

/** Pulls a manifest, and all that it names. */
async function verifyPull(api: Api, home: string, known: Known, isServed: boolean): Promise<void> {
  const { version, sha256, others, needs } = known;
  expectBytes(`The manifest ${version}`, await api.at(`${home}manifests/${version}`), isServed ? sha256 : undefined);
  const kind = needs.length > 0 ? 'manifests' : 'blobs';
  // The images of a withdrawn index may be served.
  if (!isServed && needs.length > 0) return;
  for (const other of others)
    expectBytes(`${other} of ${version}`, await api.at(`${home}${kind}/sha256:${other}`), isServed ? other : undefined);
}

/** `sha256` is undefined for a file that is not served. */
function expectBytes(name: string, reply: Answer | undefined, sha256: string | undefined): void {
  const found = reply?.status === 200 && reply.body ? sha256Of(reply.body) : reply?.status;
  if (found !== (sha256 ?? 404)) throw new BrokenPromise(`${name}: ${found} instead of ${sha256 ?? 404}.`);
}
