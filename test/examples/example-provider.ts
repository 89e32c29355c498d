/** Publishes the provider of the examples, beside the module that they are usually about. */
import { unwrap } from '../../src/client/index.ts';
import type { Things } from '../client/targets.ts';
import { buildProvider } from '../fixtures/terraform-provider.ts';

/** Returns the values of the parameters that name it. */
export async function publishExampleProvider({
  larder,
  organization,
  registry,
}: Things): Promise<Record<string, string>> {
  const { name, bytes } = buildProvider({});
  const path = { organization, registry };
  const packages = '/v2/packages/organizations/{organization}/registries/{registry}/packages';
  const reply = await larder.POST(packages, { params: { path }, body: { file: new File([bytes], name) } });
  // A second request for the same case finds it published.
  if (reply.status !== 409) unwrap(reply);
  return { type: 'fruit', version: '1.0.0', os: 'linux', arch: 'amd64' };
}
