import type { NativeRegistry, Instructions } from '../../serving/instructions.ts';

export const pipLines: Instructions = {
  download: ({ url }, { name, sha256 }) => `${url}/pypi/files/${sha256}/${encodeURIComponent(name)}`,
  setUp: (home) => [`export PIP_INDEX_URL="${indexUrl(home)}"`],
  tokenAdvice:
    'pip also reads the token from ~/.netrc ("machine HOST login any password TOKEN", readable only by you) or from keyring; omit "any:$TOKEN@" then.',
  install: ({ public: isPublic, ...home }, { name, version }) => {
    const url = indexUrl({ ...home, public: isPublic });
    // In single quotes, because shells expand the exclamation mark of an epoch.
    const release = `'${name}==${version}'`;
    // Other users of a machine can read command lines, but not environments.
    return [isPublic ? `pip install --index-url "${url}" ${release}` : `PIP_INDEX_URL="${url}" pip install ${release}`];
  },
};

function indexUrl({ url, public: isPublic }: NativeRegistry): string {
  const simple = `${url}/pypi/simple/`;
  return isPublic ? simple : simple.replace('://', '://any:$TOKEN@');
}
