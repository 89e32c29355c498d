/** Like Hugging Face: a commit has any number of files, or none, and moves a branch if it still is where it was. */
import { problemReply } from '../../../../src/contract/replies/problems.ts';
import type { EcosystemModule } from '../../../../src/serving/ecosystem-module.ts';
import type { NativeRegistry } from '../../../../src/serving/instructions.ts';
import { plainEcosystem } from '../plain-ecosystem.ts';
import { throwawayId } from '../throwaway-id.ts';
import description from './generated/commits.json' with { type: 'json' };
import { operations } from './operations.ts';
import { commitUrls } from './urls.ts';

export const commits: EcosystemModule = {
  ecosystems: [
    {
      ...plainEcosystem,
      id: throwawayId('commits'),
      reader: new URL('read.ts', import.meta.url),
      // Branches, and references such as refs/pr/1.
      tags: { refusal: (tag) => (/^[a-z0-9/-]+$/.test(tag) ? undefined : 'must have a-z, 0-9, "/" and "-" only') },
    },
  ],
  service: { description, operations, failure: problemReply },
  instructions: {
    download: (home, { name: path, package: { name, version } }) => urlOf(home, name, version, path),
    acceptsForms: true,
    clients: (home) => [
      {
        client: 'curl',
        setUp: [],
        publish: [],
        install: ({ name, version, files }) => files.map((path) => `curl -fsSO ${urlOf(home, name, version, path)}`),
      },
    ],
  },
};

function urlOf(home: NativeRegistry, name: string, revision: string, path: string): string {
  return commitUrls(home.publicUrl).of('getCommittedFile', { ...home, name, revision, path });
}
