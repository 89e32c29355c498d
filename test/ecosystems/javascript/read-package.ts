/** Reads tarballs as the server does, with the manifest that a client sends. */
import { createHash } from 'node:crypto';
import { read } from '../../../src/ecosystems/javascript/read.ts';
import type { JsonObject } from '../../../src/model/values.ts';
import type { Release } from '../../../src/registry/ecosystem.ts';
import { withIncoming } from '../../fixtures/local-file.ts';
import { buildTarball, packageJsonOf, publishBody, type NpmRecipe } from '../../fixtures/npm-package.ts';

export interface Sent {
  /** Replaces members of the manifest; undefined removes one. */
  readonly changes?: Readonly<Record<string, unknown>> | undefined;
  readonly claims?: JsonObject;
}

/** Reads a tarball with the manifest of its recipe. */
export async function readPublished(recipe: NpmRecipe, { changes = {}, claims = {} }: Sent = {}): Promise<Release> {
  const tarball = await buildTarball(recipe);
  const { version } = packageJsonOf(recipe);
  const manifest = publishBody(recipe, tarball, { changes }).versions[version];
  // JSON.stringify drops removed members, as a client does.
  return await readTarball(tarball, { manifest: JSON.parse(JSON.stringify(manifest)) as JsonObject, ...claims });
}

/** Reads a tarball with these claims; without any, as a form sends it. */
export async function readTarball(tarball: Uint8Array, claims: JsonObject = {}): Promise<Release> {
  const sha1 = createHash('sha1').update(tarball).digest('hex');
  return await withIncoming(tarball, ({ files: [file], ...incoming }) => {
    if (file === undefined) throw new Error('There is one file.');
    return read({ ...incoming, claims, files: [{ ...file, digests: { ...file.digests, sha1 } }] });
  });
}
