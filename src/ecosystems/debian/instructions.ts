import type { Instructions, NativeRegistry, PackageToInstall, ShownKey } from '../../serving/instructions.ts';
import { folderOf } from '../../serving/relative-url.ts';
import { signingKeyUrls } from '../../serving/signing-keys.ts';
import { asTime } from '../../serving/time.ts';
import { isUdeb } from './package-kind.ts';
import { parseSourceFileName } from './sources/file-name.ts';
import { aptUrls, repositoryUrl } from './urls.ts';

/** The commands must be run as root, in any shell. */
export const instructions: Instructions = {
  download: (home, { name: file, sha256 }) => aptUrls(home.publicUrl).of('getDeb', { ...home, sha256, file }),
  acceptsForms: true,
  clients: (home) => [
    {
      client: 'apt',
      setUp: setUpApt(home, 'deb'),
      publish: [],
      install: (pkg) => installWithApt(home, pkg),
    },
  ],
};

/** apt installs only what the index lists, and gets the other files of a source with its `.dsc`. */
function installWithApt(home: NativeRegistry, pkg: PackageToInstall): readonly string[] {
  const { name, version, standing } = pkg;
  const [file = ''] = pkg.files;
  // The installer of Debian installs udebs.
  if (standing !== 'offered' || isUdeb(file) || parseSourceFileName(file)) return [];
  return file.endsWith('.dsc')
    ? [...setUpApt(home, 'deb-src'), `apt-get source ${name}=${version}`]
    : [...setUpApt(home, 'deb'), `apt-get install ${name}=${version}`];
}

function setUpApt(home: NativeRegistry, type: 'deb' | 'deb-src'): readonly string[] {
  const { registry, public: isPublic, keys } = home;
  const key = `/etc/apt/keyrings/${registry}.asc`;
  const login = `/etc/apt/auth.conf.d/${registry}.conf`;
  const keyUrl = signingKeyUrls(home.publicUrl).of('getSigningKey', home);
  return [
    'mkdir -p /etc/apt/keyrings',
    `curl -fsS ${isPublic ? '' : '-u "any:$TOKEN" '}"${keyUrl}" -o ${key}`,
    `# gpg --show-keys ${key} prints ${fingerprintsOf(keys)}`,
    // apt_auth.conf(5): only root should read the file. It is created first, because echo would create a world-readable
    // one.
    ...(isPublic ? [] : [`install -m 600 /dev/null ${login}`]),
    ...(isPublic ? [] : [`echo "machine ${machineOf(folderOf(keyUrl))} login any password $TOKEN" > ${login}`]),
    `echo "${type} [signed-by=${key}] ${repositoryUrl(home.publicUrl, home)} any main" > /etc/apt/sources.list.d/${registry}.list`,
    'apt-get update',
  ];
}

/** Also returns when replaced keys expire. */
function fingerprintsOf(keys: readonly ShownKey[]): string {
  const texts = keys.map(({ fingerprint, expiresAt }) => {
    return expiresAt === null ? fingerprint : `${fingerprint} (until ${asTime(expiresAt).slice(0, 10)})`;
  });
  return texts.join(' and ');
}

/** Returns the machine for auth.conf. apt compares IPv6 addresses without the brackets of a URL. */
function machineOf(url: string): string {
  return url.replace(/^([a-z]+:\/\/)\[([0-9a-f:.]+)\]/i, '$1$2');
}
