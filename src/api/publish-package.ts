import { publisherOf } from '../registry/callers.ts';
import { publishPackage as publish } from '../registry/publish.ts';
import { publishUploaded } from '../registry/uploads.ts';
import { asPackage, packageExists } from './represent/package.ts';
import type { Operation } from '../serving/env.ts';

export const publishPackage: Operation<'publishPackage'> = async ({ found, body, caller }, { larder, urls }) => {
  // The contract has it that there is exactly one of the three.
  const file = body.file ?? body['package[package_file]'];
  const more = { attestations: body.attestation_bundle?.staged, by: publisherOf(caller()) };
  const base = urls.of('storePackageUpload', { upload: '' }).replace(/\/$/, '');
  const published = file
    ? await publish(larder, found.registry, { ...file, ...more })
    : await publishUploaded(larder, found.registry, { base, url: body.package_url ?? '', ...more });
  if (published.outcome === 'exists') throw packageExists(found, published.package, urls);
  return { status: 200, body: asPackage(found, published.package, urls) };
};
