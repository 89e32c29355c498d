/** Publishes an npm package with a provenance, which only npm's own protocol carries. */
import { createHash } from 'node:crypto';
import type { Things } from '../client/targets.ts';
import { buildTarball, publishBody } from '../fixtures/npm-package.ts';

/** Returns the specifier of the package, `name@version`. */
export async function publishWithProvenance(
  url: string,
  { organization, registry, token }: Pick<Things, 'organization' | 'registry' | 'token'>,
): Promise<string> {
  const recipe = { name: 'with-provenance' };
  const tarball = await buildTarball(recipe);
  const { _attachments: attachments, ...body } = publishBody(recipe, tarball);
  const bundle = { content_type: 'application/json', data: provenanceOf(tarball) };
  const reply = await fetch(`${url}/${organization}/${registry}/npm/${recipe.name}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...body, _attachments: { ...attachments, 'with-provenance-1.0.0.sigstore': bundle } }),
  });
  // A second request for the same case finds it published.
  if (reply.status !== 201 && reply.status !== 409) throw new Error(await reply.text());
  await reply.arrayBuffer();
  return `${recipe.name}@1.0.0`;
}

/** Returns a Sigstore bundle without signatures. npm publishes it only if `name` is the package URL of the version. */
export function provenanceOf(tarball: Uint8Array, name = 'tarball'): string {
  const statement = {
    predicateType: 'https://slsa.dev/provenance/v1',
    subject: [{ name, digest: { sha512: createHash('sha512').update(tarball).digest('hex') } }],
  };
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64');
  return JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    dsseEnvelope: { payload, payloadType: 'application/vnd.in-toto+json', signatures: [] },
  });
}
