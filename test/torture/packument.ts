/** Packuments as npm reads them, with the tarballs that they name. */
import { createHash } from 'node:crypto';
import { textOf, type Api } from './api.ts';
import { BrokenPromise } from './broken-promise.ts';
import { NoResponse } from './no-response.ts';
import { project, sha256Of } from './packages.ts';

interface Packument {
  readonly 'dist-tags': Readonly<Record<string, string>>;
  readonly versions: Readonly<
    Record<string, { readonly dist: { readonly integrity: string; readonly tarball: string } }>
  >;
}

const noPackument: Packument = { 'dist-tags': {}, versions: {} };

/** Returns an empty packument if there is none. Throws `BrokenPromise` if a tag points to a version that it lacks. */
export async function readPackument(api: Api, registry: string): Promise<Packument> {
  const headers = { Accept: 'application/vnd.npm.install-v1+json' };
  const reply = await api.native(`${registry}/npm/${project}`, { headers });
  if (reply?.status === 404) return noPackument;
  if (!reply?.body) throw new NoResponse();
  if (reply.status !== 200) throw new BrokenPromise(`The packument of ${registry} was answered ${reply.status}.`);
  const packument = JSON.parse(textOf(reply)) as Packument;
  const tags = packument['dist-tags'];
  const lost = Object.keys(tags).find((tag) => !Object.hasOwn(packument.versions, tags[tag] ?? ''));
  if (lost !== undefined || tags['latest'] === undefined)
    throw new BrokenPromise(`The tag ${lost ?? 'latest'} of ${registry} points to ${tags[lost ?? 'latest']}.`);
  return packument;
}

/** Returns the SHA-256 of the tarballs that a packument names. Those that were withdrawn since are missing. */
export async function digestsForNpm(api: Api, registry: string): Promise<ReadonlySet<string>> {
  const digests = new Set<string>();
  for (const [version, { dist }] of Object.entries((await readPackument(api, registry)).versions)) {
    const reply = await api.at(new URL(dist.tarball).pathname);
    if (reply?.status === 404) continue;
    if (!reply?.body) throw new NoResponse();
    const integrity = `sha512-${createHash('sha512').update(reply.body).digest('base64')}`;
    if (reply.status !== 200 || integrity !== dist.integrity)
      throw new BrokenPromise(`The tarball of ${registry}/${version} is ${reply.status}, with ${integrity}.`);
    digests.add(sha256Of(reply.body));
  }
  return digests;
}
