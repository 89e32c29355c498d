/** Publishes a distribution with an attestation, which only PyPI's upload form carries. */
import type { Things } from '../client/targets.ts';
import { uploadForm } from '../ecosystems/python/upload-form.ts';
import { buildAttestation } from '../fixtures/attestation.ts';
import { buildWheel, wheelName } from '../fixtures/python-package.ts';

/** Returns the parameters of the path of its provenance. */
export async function publishAttested(
  url: string,
  { organization, registry, token }: Pick<Things, 'organization' | 'registry' | 'token'>,
): Promise<object> {
  const [project, version] = ['attested', '1.0.0'];
  const wheel = { name: wheelName(project, version), bytes: buildWheel({ name: project, version }) };
  const reply = await fetch(`${url}/${organization}/${registry}/pypi/`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: uploadForm(wheel, { attestations: JSON.stringify([buildAttestation(wheel)]) }),
  });
  if (!reply.ok) throw new Error(await reply.text());
  await reply.arrayBuffer();
  return { registry, project, version, file: wheel.name };
}
