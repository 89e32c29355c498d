import type { NativeRegistry, Instructions } from '../../serving/instructions.ts';
import { repoFileName } from './repo-file.ts';
import { rpmUrls } from './urls.ts';

/** The commands must be run as root, in any shell. */
export const instructions: Instructions = {
  download: (home, { name: file }) => rpmUrls(home.publicUrl).of('getRpm', { ...home, basearch: 'x86_64', file }),
  acceptsForms: true,
  clients: (home) =>
    (
      [
        { client: 'dnf', setUp: setUpDnf(home) },
        { client: 'zypper', setUp: setUpZypper(home) },
      ] as const
    ).map((lines) => ({
      ...lines,
      publish: [],
      // Both install only what the lists have.
      install: ({ name, version, standing }) =>
        standing === 'offered' ? [...lines.setUp, `${lines.client} install ${name}-${version}`] : [],
    })),
};

function setUpDnf(home: NativeRegistry): readonly string[] {
  const { registry, public: isPublic } = home;
  const file = `/etc/yum.repos.d/${repoFileName(registry)}`;
  return [
    // The file has a token, so only root should read it. curl keeps the permissions of a file that exists.
    ...(isPublic ? [] : [`install -m 600 /dev/null ${file}`]),
    `${fetchRepoFile(home)} -o ${file}`,
    ...(isPublic ? [] : [`printf 'username=any\\npassword=%s\\n' "$TOKEN" >> ${file}`]),
    fingerprintNote('dnf', home),
  ];
}

/** zypper reads the token from a file that the URL of the repository names (libzypp, "CredentialManager"). */
function setUpZypper(home: NativeRegistry): readonly string[] {
  const { registry, public: isPublic } = home;
  const file = `/etc/zypp/repos.d/${repoFileName(registry)}`;
  const login = `/etc/zypp/credentials.d/${registry}`;
  return [
    ...(isPublic
      ? [`${fetchRepoFile(home)} -o ${file}`]
      : [
          `${fetchRepoFile(home)} | sed 's/[$]basearch$/&?credentials=${registry}/' > ${file}`,
          `install -m 600 /dev/null ${login}`,
          `printf 'username=any\\npassword=%s\\n' "$TOKEN" > ${login}`,
        ]),
    fingerprintNote('zypper', home),
  ];
}

function fetchRepoFile(home: NativeRegistry): string {
  const url = rpmUrls(home.publicUrl).of('getRepoFile', home);
  return `curl -fsS ${home.public ? '' : '-u "any:$TOKEN" '}"${url}"`;
}

function fingerprintNote(client: string, { keys }: NativeRegistry): string {
  const fingerprints = keys.map(({ fingerprint }) => fingerprint).join(' and ');
  return `# ${client} shows the fingerprint of the key, which is ${fingerprints}, before it imports it`;
}
