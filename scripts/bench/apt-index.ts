/** Reads a registry as apt does: the signed list first, then what it lists, by digest. */
import { gunzipSync } from 'node:zlib';
import { bearer, organization } from './larder.ts';
import type { Server } from './processes.ts';

/** The compressed index of a signed list, as it is fetched. */
export interface FetchedIndex {
  /** Of the list's entry for it. */
  readonly sha256: string;
  readonly bytes: Buffer;
}

const packages = 'main/binary-amd64/Packages.gz';

/** The signed list, whose making makes the server make the index. Answers the digest of the compressed `Packages`. */
export async function fetchRelease({ url }: Server, registry: string): Promise<string> {
  const text = (await get(`${url}/${organization}/${registry}/any/dists/any/InRelease`)).toString();
  const sha256 = new RegExp(`^ ([0-9a-f]{64}) +\\d+ ${packages}$`, 'm').exec(text)?.[1];
  if (!text.startsWith('-----BEGIN PGP SIGNED MESSAGE-----') || sha256 === undefined) {
    throw new Error(`The signed list of ${registry} does not name ${packages}:\n${text}`);
  }
  return sha256;
}

export async function fetchIndex(server: Server, registry: string): Promise<FetchedIndex> {
  const sha256 = await fetchRelease(server, registry);
  const folder = packages.slice(0, packages.lastIndexOf('/'));
  const path = `any/dists/any/${folder}/by-hash/SHA256/${sha256}`;
  return { sha256, bytes: await get(`${server.url}/${organization}/${registry}/${path}`) };
}

/** The names of all packages in an index. */
export function namesIn({ bytes }: FetchedIndex): ReadonlySet<string> {
  return new Set(
    [
      ...gunzipSync(bytes)
        .toString()
        .matchAll(/^Package: (.*)$/gm),
    ].map(([, name = '']) => name),
  );
}

async function get(url: string): Promise<Buffer> {
  const response = await fetch(url, { headers: bearer });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}: ${bytes.toString()}`);
  return bytes;
}
