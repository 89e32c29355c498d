/** Like Hugging Face: a commit has any number of files, or none, and moves a branch if it still is where it was. */
import { problemReply } from '../../../../src/contract/replies/problems.ts';
import type { EcosystemModule } from '../../../../src/serving/ecosystem-module.ts';
import { plainEcosystem } from '../plain-ecosystem.ts';
import { throwawayId } from '../throwaway-id.ts';
import { description } from './description.ts';
import { operations } from './operations.ts';

export const commits: EcosystemModule = {
  ecosystems: [
    {
      ...plainEcosystem,
      id: throwawayId('commits'),
      reader: new URL('read.ts', import.meta.url),
    },
  ],
  service: { description, operations, failure: problemReply },
  instructions: {
    download: ({ url }, { name: path, package: { name, version } }) =>
      `${url}/commits/${name}/files/${version}/${path}`,
    setUp: () => [],
    install: ({ url }, { name, version, files }) =>
      files.map((path) => `curl -fsSO ${url}/commits/${name}/files/${version}/${path}`),
  },
};
