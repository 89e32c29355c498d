/** Publishes a package of Debian's installer, beside the debs of the examples. */
import { unwrap } from '../../src/client/index.ts';
import type { Things } from '../client/targets.ts';
import { buildDeb } from '../fixtures/deb-package.ts';

/** Returns the values of the parameters that name its registry, whose list of packages is not shown. */
export async function publishExampleUdeb({
  larder,
  organization,
  otherRegistry,
}: Things): Promise<Record<string, string>> {
  const control = { Package: 'banana-udeb', Architecture: 'amd64', 'Package-Type': 'udeb' };
  const dataEntries = [{ name: './bin/banana', content: '' }];
  const bytes = Uint8Array.from(await buildDeb({ control, dataEntries }));
  const path = { organization, registry: otherRegistry };
  const packages = '/v2/packages/organizations/{organization}/registries/{registry}/packages';
  const file = new File([bytes], 'banana-udeb_1.0.0_amd64.udeb');
  const reply = await larder.POST(packages, { params: { path }, body: { file } });
  // A second request for the same case finds it published.
  if (reply.status !== 409) unwrap(reply);
  return { registry: otherRegistry };
}
