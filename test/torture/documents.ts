/** The documents of apt, pip and npm, which must list all packages that were confirmed before, and none that was deleted before. */
import { gunzipSync } from 'node:zlib';
import { textOf, type Api } from './api.ts';
import { BrokenPromise } from './broken-promise.ts';
import { NoResponse } from './no-response.ts';
import { digestsForNpm } from './packument.ts';
import { isOf, project, registries, sha256Of } from './packages.ts';
import type { Known, Shelf } from './shelf.ts';

/** Files that a signed document names by their digests. Clients fetch them later. */
export interface Held {
  readonly path: string;
  readonly sha256: string;
}

export const documented: readonly string[] = [...registries.debian, ...registries.python, ...registries.javascript];

/** Compares the documents of a restarted server with its packages, and reads the documents that clients hold. */
export async function verifyDocuments(api: Api, shelf: Shelf, held: Map<string, Held>): Promise<void> {
  for (const { path, sha256 } of held.values()) await readByDigest(api, path, sha256);
  for (const registry of documented)
    compare(shelf, registry, snapshot(shelf, registry), await listedDigests(api, registry, held));
}

interface Snapshot {
  /** The packages, with the number of requests that may have changed each. */
  readonly packages: ReadonlyMap<Known, number>;
  /** Versions that have gone, with their digests. */
  readonly gone: ReadonlyMap<string, string>;
}

export function snapshot(shelf: Shelf, registry: string): Snapshot {
  const own = shelf.all().filter((known) => known.registry === registry && !known.busy && !known.unsure);
  const certain = own.filter(({ standing }) => standing !== undefined);
  return { packages: new Map(certain.map((known) => [known, known.touched])), gone: shelf.gone(registry) };
}

export function compare(
  shelf: Shelf,
  registry: string,
  { packages, gone }: Snapshot,
  digests: ReadonlySet<string>,
): void {
  const isNamed = ({ standing }: Known): boolean =>
    standing === 'offered' || (standing === 'unlisted' && !isOf('debian', registry));
  for (const [known, touched] of packages) {
    // A request changed it meanwhile.
    if (known.touched !== touched || shelf.find(registry, known.version) !== known) continue;
    if (digests.has(known.sha256) === isNamed(known)) continue;
    throw new BrokenPromise(
      `The documents of ${registry} ${isNamed(known) ? 'lack' : 'list'} ${known.version}, which is ${known.standing}.`,
    );
  }
  for (const [version, sha256] of gone)
    if (digests.has(sha256) && !shelf.find(registry, version))
      throw new BrokenPromise(`The documents of ${registry} list ${version}, which was deleted.`);
}

export async function listedDigests(api: Api, registry: string, held: Map<string, Held>): Promise<ReadonlySet<string>> {
  if (isOf('debian', registry)) return await digestsForApt(api, registry, held);
  return isOf('python', registry) ? await digestsForPip(api, registry) : await digestsForNpm(api, registry);
}

async function digestsForApt(api: Api, registry: string, held: Map<string, Held>): Promise<ReadonlySet<string>> {
  const folder = `${registry}/any/dists/any`;
  const release = (await read(api, `${folder}/InRelease`)).toString();
  const [plain, compressed] = ['Packages', 'Packages.gz'].map((name) => {
    const sha256 = new RegExp(`^ ([0-9a-f]{64}) +[0-9]+ main/binary-all/${name}$`, 'm').exec(release)?.[1] ?? '';
    return { path: `${folder}/main/binary-all/by-hash/SHA256/${sha256}`, sha256 };
  });
  if (!plain || !compressed) throw new Error('There is no index.');
  held.set(`${registry} plain`, plain).set(`${registry} compressed`, compressed);
  const text = await readByDigest(api, plain.path, plain.sha256);
  const packed = await readByDigest(api, compressed.path, compressed.sha256);
  if (!gunzipSync(packed).equals(text)) throw new BrokenPromise(`Packages.gz of ${registry} has another content.`);
  return new Set([...text.toString().matchAll(/^SHA256: (.+)$/gm)].map(([, digest = '']) => digest));
}

async function digestsForPip(api: Api, registry: string): Promise<ReadonlySet<string>> {
  const headers = { Accept: 'application/vnd.pypi.simple.v1+json' };
  const reply = await api.native(`${registry}/pypi/simple/${project}/`, { headers });
  if (reply?.status === 404) return new Set();
  if (!reply?.body) throw new NoResponse();
  if (reply.status !== 200) throw new BrokenPromise(`The page of ${registry} was answered ${reply.status}.`);
  const { files } = JSON.parse(textOf(reply)) as {
    readonly files: readonly { readonly hashes: { readonly sha256: string } }[];
  };
  return new Set(files.map(({ hashes: { sha256 } }) => sha256));
}

async function readByDigest(api: Api, path: string, sha256: string): Promise<Buffer> {
  const bytes = await read(api, path);
  if (sha256Of(bytes) !== sha256) throw new BrokenPromise(`${path} has other bytes.`);
  return bytes;
}

async function read(api: Api, path: string): Promise<Buffer> {
  const reply = await api.native(path);
  if (!reply?.body) throw new NoResponse(`${path} was not answered.`);
  if (reply.status !== 200) throw new BrokenPromise(`${path} was answered ${reply.status}: ${textOf(reply)}`);
  return Buffer.from(reply.body);
}
