/** Compares what native clients read at a restarted server with packages and tags, which are certain already. */
import { textOf, type Api } from './api.ts';
import { BrokenPromise } from './broken-promise.ts';
import { readPackument } from './packument.ts';
import { registries } from './packages.ts';
import type { Shelf } from './shelf.ts';
import { tagNames, tagOf, type Tags } from './tags.ts';
import { ociUploads } from './upload-protocols.ts';

/** Throws `BrokenPromise` unless clients of npm and OCI find each tag where the API has it. */
export async function verifyNativeTags(api: Api, tags: Tags): Promise<void> {
  for (const registry of [...registries.javascript, ...registries.oci]) {
    const isNpm = registries.javascript.some((name) => name === registry);
    const packument = isNpm ? await readPackument(api, registry) : undefined;
    for (const name of tagNames) {
      const [place] = tagOf(tags, registry, name).places;
      const expected = place?.standing === 'withdrawn' ? undefined : place?.version;
      const found = packument ? packument['dist-tags'][name] : await digestAt(api, registry, name);
      if (found !== expected)
        throw new BrokenPromise(`${registry}: clients find ${name} at ${found} instead of ${expected}.`);
    }
  }
}

/** Returns the digest of the manifest that a tag points to; undefined if there is none. */
async function digestAt(api: Api, registry: string, tag: string): Promise<string | undefined> {
  const reply = await api.at(`${ociUploads.home(registry)}manifests/${tag}`);
  if (reply?.status === 404) return undefined;
  if (reply?.status === 200) return reply.headers.get('Docker-Content-Digest') ?? '';
  throw new BrokenPromise(`${registry}: the tag ${tag} was answered ${reply?.status ?? 'nothing'}.`);
}

/** Throws `BrokenPromise` unless all images have the referrers that were promised. */
export async function verifyReferrers(api: Api, shelf: Shelf): Promise<void> {
  for (const { registry, version, standing } of shelf.all()) {
    if (!registries.oci.some((name) => name === registry) || standing === 'withdrawn') continue;
    const expected = shelf
      .all()
      .filter((one) => one.registry === registry && one.subject === version && one.standing !== 'withdrawn');
    const reply = await api.at(`${ociUploads.home(registry)}referrers/${version}`);
    const { manifests } = JSON.parse(textOf(reply)) as { readonly manifests?: readonly { readonly digest: string }[] };
    const found = manifests?.map(({ digest }) => digest).toSorted() ?? [];
    const digests = expected.map((one) => one.version).toSorted();
    if (found.join() !== digests.join())
      throw new BrokenPromise(`${registry}/${version} has the referrers ${found.join()} instead of ${digests.join()}.`);
  }
}
