import type { NativeRegistry, Instructions } from '../../serving/instructions.ts';

export const curlLines: Instructions = {
  download: (home, { name }) => urlOf(home, name),
  setUp: (home) => [curl(home, `${home.url}/files/FILE`)],
  install: (home, { files }) => files.map((name) => curl(home, urlOf(home, name))),
};

function urlOf({ url }: NativeRegistry, name: string): string {
  return `${url}/files/${encodeURIComponent(name)}`;
}

function curl({ public: isPublic }: NativeRegistry, url: string): string {
  return `curl -fL -O ${isPublic ? '' : '-u "any:$TOKEN" '}"${url}"`;
}
