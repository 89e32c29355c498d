import type { NativeRegistry, Instructions } from '../../serving/instructions.ts';
import { pipUrls } from './urls.ts';

export const pipLines: Instructions = {
  download: (home, { name: file, sha256 }) => pipUrls(home.publicUrl).of('getDistribution', { ...home, sha256, file }),
  setUp: (home) => [`export PIP_INDEX_URL="${indexUrl(home)}"`],
  tokenAdvice:
    'pip also reads the token from ~/.netrc ("machine HOST login any password TOKEN", readable only by you) or from keyring; omit "any:$TOKEN@" then.',
  install: (home, { name, version }) => {
    const url = indexUrl(home);
    // In single quotes, because shells expand the exclamation mark of an epoch.
    const release = `'${name}==${version}'`;
    // Other users of a machine can read command lines, but not environments.
    return [
      home.public ? `pip install --index-url "${url}" ${release}` : `PIP_INDEX_URL="${url}" pip install ${release}`,
    ];
  },
};

function indexUrl(home: NativeRegistry): string {
  const list = pipUrls(home.publicUrl).of('listProjects', home);
  return home.public ? list : list.replace('://', '://any:$TOKEN@');
}
