/** The image of the examples of OCI: an index of one image, with a signature. No form can publish it. */
import { bytesOf, describe, expectStatus, imageOf, openOciClient, types } from '../ecosystems/oci/client.ts';

const platform = { os: 'linux', architecture: 'arm64', variant: 'v8' };

export const image = imageOf('banana');
export const index = bytesOf({
  schemaVersion: 2,
  mediaType: types.index,
  manifests: [describe(image.manifest, types.image, { platform })],
});
export const signature = imageOf('signature', {
  artifactType: 'application/vnd.dev.cosign.artifact.sig.v1+json',
  subject: describe(index, types.index),
});

/** `registry` has the slugs of the organization and of the registry. Does nothing on the mock, which serves the API only. */
export async function pushExampleImage(
  server: string,
  { registry, token }: { readonly registry: string; readonly token: string },
): Promise<void> {
  if ((await fetch(`${server}/v2/`)).status === 404) return;
  const client = openOciClient({ server, registry, token });
  await client.pushImage('fruit/banana', image);
  await expectStatus(await client.push('fruit/banana', 'latest', index, types.index), 201);
  await client.pushImage('fruit/banana', signature);
}
