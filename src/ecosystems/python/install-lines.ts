import type { Home, InstallLines } from '../install-lines.ts';

export const pipLines: InstallLines = {
  download: ({ url }, { name, sha256 }) => `${url}/pypi/files/${sha256}/${encodeURIComponent(name)}`,
  setUp: (home) => [`export PIP_INDEX_URL="${indexUrl(home)}"`],
  // In single quotes: an epoch is written with an exclamation mark, which shells read as a look into the history.
  install: (home, { name, version }) => [`pip install --index-url "${indexUrl(home)}" '${name}==${version}'`],
};

function indexUrl({ url, public: isPublic }: Home): string {
  const simple = `${url}/pypi/simple/`;
  return isPublic ? simple : simple.replace('://', '://any:$TOKEN@');
}
