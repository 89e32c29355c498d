import type { NativeRegistry, Instructions } from '../../serving/instructions.ts';

export const pipLines: Instructions = {
  download: ({ url }, { name, sha256 }) => `${url}/pypi/files/${sha256}/${encodeURIComponent(name)}`,
  setUp: (home) => [`export PIP_INDEX_URL="${indexUrl(home)}"`],
  tokenAdvice:
    'pip also takes it from ~/.netrc ("machine HOST login any password TOKEN", readable by you alone) or from keyring; leave "any:$TOKEN@" out then.',
  install: ({ public: isPublic, ...home }, { name, version }) => {
    const url = indexUrl({ ...home, public: isPublic });
    // In single quotes: an epoch is written with an exclamation mark, which shells read as a look into the history.
    const release = `'${name}==${version}'`;
    // Every user of a machine can read its command lines, and not its environments.
    return [isPublic ? `pip install --index-url "${url}" ${release}` : `PIP_INDEX_URL="${url}" pip install ${release}`];
  },
};

function indexUrl({ url, public: isPublic }: NativeRegistry): string {
  const simple = `${url}/pypi/simple/`;
  return isPublic ? simple : simple.replace('://', '://any:$TOKEN@');
}
