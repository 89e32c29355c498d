/**
 * Like OCI: a manifest, sent to its digest or to a tag, names stored bytes and other versions. Two ecosystems share the
 * service, as images and charts do.
 */
import { problemReply } from '../../../../src/contract/replies/problems.ts';
import type { EcosystemModule } from '../../../../src/serving/ecosystem-module.ts';
import type { FileToDownload, NativeRegistry } from '../../../../src/serving/instructions.ts';
import { plainEcosystem } from '../plain-ecosystem.ts';
import { throwawayId } from '../throwaway-id.ts';
import description from './generated/manifests.json' with { type: 'json' };
import { headChecks, operations } from './operations.ts';
import { manifestUrls } from './urls.ts';

export const manifests: EcosystemModule = {
  ecosystems: [
    {
      ...plainEcosystem,
      id: throwawayId('manifests'),
      reader: new URL('read.ts', import.meta.url),
    },
    {
      ...plainEcosystem,
      id: throwawayId('bundles'),
      reader: new URL('read-bundle.ts', import.meta.url),
    },
  ],
  service: { description, operations, headChecks, failure: problemReply },
  instructions: {
    download: urlOf,
    acceptsForms: true,
    clients: (home) => [
      {
        client: 'curl',
        setUp: [],
        publish: [],
        install: ({ name, version }) => [`curl -fsSO ${manifestUrl(home, name, version)}`],
      },
    ],
  },
};

function urlOf(home: NativeRegistry, { name: file, package: { name, version } }: FileToDownload): string {
  if (file === 'manifest.json') return manifestUrl(home, name, version);
  return manifestUrls(home.publicUrl).of('getManifestBlob', { ...home, name, digest: file });
}

function manifestUrl(home: NativeRegistry, name: string, reference: string): string {
  return manifestUrls(home.publicUrl).of('getManifest', { ...home, name, reference });
}
