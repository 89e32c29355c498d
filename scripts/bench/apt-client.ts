/** Reads a registry as apt does: first the signed list, then the index in it, by its digest. */
import { gunzipSync } from 'node:zlib';
import { get } from './get.ts';
import { bearer, organization, publishDebs } from './larder.ts';
import type { Server } from './processes.ts';
import type { Deb } from './stock/debs.ts';

const packages = 'main/binary-amd64/Packages.gz';

/** Publishes a deb and waits until the index changes. Returns the seconds from the reply to the new index. */
export async function publishUntilListed(server: Server, registry: string, deb: Deb): Promise<number> {
  const before = await indexDigest(server, registry);
  await publishDebs(server, registry, [deb], 1);
  const begun = performance.now();
  for (;;) {
    const digest = await indexDigest(server, registry);
    if (digest === before) continue;
    await fetchByDigest(server, registry, digest);
    return (performance.now() - begun) / 1000;
  }
}

/** Returns the number of packages in the index. */
export async function countListed(server: Server, registry: string): Promise<number> {
  const index = await fetchByDigest(server, registry, await indexDigest(server, registry));
  return [
    ...gunzipSync(index)
      .toString()
      .matchAll(/^Package: /gm),
  ].length;
}

async function indexDigest({ url }: Server, registry: string): Promise<string> {
  const text = (await get(`${url}/${organization}/${registry}/any/dists/any/InRelease`, bearer)).toString();
  const sha256 = new RegExp(`^ ([0-9a-f]{64}) +\\d+ ${packages}$`, 'm').exec(text)?.[1];
  if (!text.startsWith('-----BEGIN PGP SIGNED MESSAGE-----') || sha256 === undefined) {
    throw new Error(`The signed list of ${registry} does not contain ${packages}:\n${text}`);
  }
  return sha256;
}

async function fetchByDigest({ url }: Server, registry: string, sha256: string): Promise<Buffer> {
  const folder = packages.slice(0, packages.lastIndexOf('/'));
  return get(`${url}/${organization}/${registry}/any/dists/any/${folder}/by-hash/SHA256/${sha256}`, bearer);
}
