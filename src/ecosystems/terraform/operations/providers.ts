/** Providers: their versions, and what clients need to fetch and verify one. */
import type { components } from '../../../../generated/native/terraform.ts';
import { JsonText } from '../../../contract/replies/json-text.ts';
import { keyFingerprint } from '../../../formats/openpgp-fingerprint.ts';
import type { RegistryRef } from '../../../model/registry-ref.ts';
import { bytesOfDocument, readDocument } from '../../../registry/documents/read-document.ts';
import { unkept } from '../../../serving/caching.ts';
import type { Context } from '../../../serving/env.ts';
import { missing } from '../../../serving/resolvers.ts';
import { archivePaths } from '../archives.ts';
import { providerDocument } from '../provider-documents.ts';
import { archiveName, digestsNames } from '../provider-name.ts';
import type { TerraformOperations } from './operation.ts';

type Versions = components['schemas']['ProviderVersions'];

export const providers: Pick<TerraformOperations, 'listProviderVersions' | 'getProviderDownload'> = {
  listProviderVersions: async ({ found, path }, context) => ({
    status: 200,
    body: await readVersions(found.namespace, path.type, context),
  }),

  getProviderDownload: async ({ found: { namespace }, path, requireCaller }, context) => {
    const { registry } = namespace;
    const { packages, registries } = context.larder.catalog;
    const { versions } = (await readVersions(namespace, path.type, context)).parse();
    const listed = versions.find(({ version }) => version === path.version);
    const platform = listed?.platforms.find(({ os, arch }) => os === path.os && arch === path.arch);
    const archive = archiveName(path, path);
    const file = platform && (await packages.findFileByName(registry.id, archive));
    if (!listed || !file) throw missing('file', archive);
    const { list, signature } = digestsNames(path);
    const files = [archive, list, signature];
    const [download = '', sums = '', sig = ''] = await archivePaths(namespace, files, requireCaller, context);
    const keys = await registries.signingKeys(registry.id, new Date());
    return {
      status: 200,
      headers: registry.public ? {} : unkept,
      body: {
        protocols: listed.protocols,
        os: path.os,
        arch: path.arch,
        filename: archive,
        download_url: download,
        shasums_url: sums,
        shasums_signature_url: sig,
        shasum: file.blob.digests.sha256,
        signing_keys: { gpg_public_keys: keys.map(({ publicKey }) => asKey(publicKey)) },
      },
    };
  },
};

/** Throws `not-found` if no version of the provider is offered. */
async function readVersions(
  ref: RegistryRef,
  type: string,
  { larder, urls }: Pick<Context, 'larder' | 'urls'>,
): Promise<JsonText<Versions>> {
  const document = await readDocument(larder, ref, { name: providerDocument(type), publicUrl: urls.base });
  if (!document) throw missing('package', type);
  return new JsonText<Versions>(await bytesOfDocument(document));
}

/** RFC 9580, section 5.5.4.2: the id of a key is the end of its fingerprint. */
function asKey(publicKey: string): { key_id: string; ascii_armor: string } {
  return { key_id: keyFingerprint(publicKey).slice(-16), ascii_armor: publicKey };
}
