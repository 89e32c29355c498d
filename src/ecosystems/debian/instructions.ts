import type { NativeRegistry, Instructions } from '../../serving/instructions.ts';

/** The commands must be run as root, in any shell. */
export const aptLines: Instructions = {
  download: ({ url }, { name, sha256 }) => `${url}/any/pool/${sha256}/${encodeURIComponent(name)}`,
  setUp: setUpApt,
  // apt installs only what the index lists.
  install: (home, { name, version, standing }) =>
    standing === 'offered' ? [...setUpApt(home), `apt-get install ${name}=${version}`] : [],
};

function setUpApt({ url, slug, public: isPublic, keyFingerprint }: NativeRegistry): readonly string[] {
  const key = `/etc/apt/keyrings/${slug}.asc`;
  const login = `/etc/apt/auth.conf.d/${slug}.conf`;
  return [
    'mkdir -p /etc/apt/keyrings',
    `curl -fsS ${isPublic ? '' : '-u "any:$TOKEN" '}"${url}/gpgkey" -o ${key}`,
    ...(keyFingerprint === undefined ? [] : [`# gpg --show-keys ${key} prints ${keyFingerprint}`]),
    // apt_auth.conf(5): only root should read the file. It is created first, because echo would create a world-readable
    // one.
    ...(isPublic ? [] : [`install -m 600 /dev/null ${login}`]),
    ...(isPublic ? [] : [`echo "machine ${machineOf(url)}/ login any password $TOKEN" > ${login}`]),
    `echo "deb [signed-by=${key}] ${url}/any/ any main" > /etc/apt/sources.list.d/${slug}.list`,
    'apt-get update',
  ];
}

/** Returns the machine for auth.conf. apt compares IPv6 addresses without the brackets of a URL. */
function machineOf(url: string): string {
  return url.replace(/^([a-z]+:\/\/)\[([0-9a-f:.]+)\]/i, '$1$2');
}
