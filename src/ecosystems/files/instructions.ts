import type { NativeRegistry, Instructions } from '../../serving/instructions.ts';
import { fileUrls } from './urls.ts';

export const instructions: Instructions = {
  download: (home, { name }) => urlOf(home, name),
  acceptsForms: true,
  clients: (home) => [
    {
      client: 'curl',
      setUp: [curl(home, urlOf(home, 'FILE'))],
      publish: [],
      install: ({ files }) => files.map((name) => curl(home, urlOf(home, name))),
    },
  ],
};

function urlOf(home: NativeRegistry, file: string): string {
  return fileUrls(home.publicUrl).of('getFile', { ...home, file });
}

function curl({ public: isPublic }: NativeRegistry, url: string): string {
  return `curl -fL -O ${isPublic ? '' : '-u "any:$TOKEN" '}"${url}"`;
}
