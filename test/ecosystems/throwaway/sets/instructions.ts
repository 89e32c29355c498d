import type { Instructions, NativeRegistry } from '../../../../src/serving/instructions.ts';
import { pathOf, type Coordinates } from './coordinates.ts';
import { setUrls } from './urls.ts';

export const instructions: Instructions = {
  download: (home, { name: file, package: { name, version } }) => urlOf(home, { name, version, file }),
  acceptsForms: true,
  clients: (home) => [
    {
      client: 'curl',
      setUp: [],
      publish: [],
      install: ({ name, version, files }) => files.map((file) => `curl -fsSO ${urlOf(home, { name, version, file })}`),
    },
  ],
};

function urlOf(home: NativeRegistry, file: Coordinates): string {
  return setUrls(home.publicUrl).of('getFileOfSet', { ...home, path: pathOf(file) });
}
