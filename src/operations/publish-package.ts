import { publishPackage as publish, type Publication } from '../registry/publish.ts';
import { findUploaded } from '../registry/uploads.ts';
import { asPackage, packageExists } from './represent/package.ts';
import type { Context, LarderSurroundings, Operation } from './surroundings.ts';

export const publishPackage: Operation<'publishPackage'> = async ({ found, body, caller }, context) => {
  const { larder, urls } = context;
  // The contract has it that there is exactly one of the three.
  const file = body.file ?? body['package[package_file]'];
  const attestations = body.attestation_bundle?.staged;
  const { publication, done } = file
    ? { publication: file, done: async () => undefined }
    : await uploaded(found.registry, body.package_url ?? '', context);
  const published = await publish(larder, found.registry, { ...publication, attestations, by: caller() });
  await done();
  if (published.outcome === 'exists') throw packageExists(found, published.package, urls);
  return { status: 200, body: asPackage(found, published.package, urls) };
};

/** A file that came by a presigned upload. It can be published once: `done` forgets it. */
async function uploaded(
  registry: LarderSurroundings['found']['registry'],
  url: string,
  { larder, urls }: Context,
): Promise<{ publication: Omit<Publication, 'by'>; done: () => Promise<unknown> }> {
  const base = urls.of('storePackageUpload', { upload: '' }).replace(/\/$/, '');
  const { id, file } = await findUploaded(larder, registry, base, url);
  const publication = { fileName: file.name, staged: await larder.blobs.borrow(file.blob) };
  return { publication, done: () => larder.catalog.uploads.delete(id) };
}
