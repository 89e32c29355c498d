import type { NativeRegistry, Instructions } from '../../serving/instructions.ts';
import { repoFileName } from './repo-file.ts';
import { rpmUrls } from './urls.ts';

/** The commands must be run as root, in any shell. */
export const dnfLines: Instructions = {
  download: (home, { name: file }) => rpmUrls(home.publicUrl).of('getRpm', { ...home, basearch: 'x86_64', file }),
  setUp: setUpDnf,
  // dnf installs only what the lists have.
  install: (home, { name, version, standing }) =>
    standing === 'offered' ? [...setUpDnf(home), `dnf install ${name}-${version}`] : [],
};

function setUpDnf(home: NativeRegistry): readonly string[] {
  const { registry, public: isPublic, keys } = home;
  const file = `/etc/yum.repos.d/${repoFileName(registry)}`;
  const url = rpmUrls(home.publicUrl).of('getRepoFile', home);
  const fingerprints = keys.map(({ fingerprint }) => fingerprint).join(' and ');
  return [
    // The file has a token, so only root should read it. curl keeps the permissions of a file that exists.
    ...(isPublic ? [] : [`install -m 600 /dev/null ${file}`]),
    `curl -fsS ${isPublic ? '' : '-u "any:$TOKEN" '}"${url}" -o ${file}`,
    ...(isPublic ? [] : [`printf 'username=any\\npassword=%s\\n' "$TOKEN" >> ${file}`]),
    `# dnf shows the fingerprint of the key, which is ${fingerprints}, before it imports it`,
  ];
}
