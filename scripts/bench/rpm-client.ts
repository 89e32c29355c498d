/** Reads a registry as dnf does: first the description, then the list of packages in it. */
import { gunzipSync } from 'node:zlib';
import { get } from './get.ts';
import { bearer, organization } from './larder.ts';
import type { Server } from './processes.ts';

/** Returns the number of packages in the list. */
export async function countListedRpms({ url }: Server, registry: string): Promise<number> {
  const base = `${url}/${organization}/${registry}/rpm_any/rpm_any/x86_64`;
  const description = (await get(`${base}/repodata/repomd.xml`, bearer)).toString();
  const path = /href="(repodata\/[0-9a-f]+-primary\.xml\.gz)"/.exec(description)?.[1];
  if (path === undefined) throw new Error(`The description of ${registry} has no primary.xml.gz:\n${description}`);
  const list = gunzipSync(await get(`${base}/${path}`, bearer)).toString();
  return Number(/^<metadata [^>]*packages="(\d+)"/m.exec(list)?.[1]);
}
