import type { Home, InstallLines } from '../install-lines.ts';

/** To be run as root, in any shell. */
export const aptLines: InstallLines = {
  download: ({ url }, { name, sha256 }) => `${url}/any/pool/${sha256}/${encodeURIComponent(name)}`,
  setUp: setUpApt,
  install: (home, { name, version }) => [...setUpApt(home), `apt-get install ${name}=${version}`],
};

function setUpApt({ url, slug, public: isPublic }: Home): readonly string[] {
  const key = `/etc/apt/keyrings/${slug}.asc`;
  const credentials = isPublic ? '' : '-u "any:$TOKEN" ';
  const login = `echo "machine ${url}/ login any password $TOKEN" > /etc/apt/auth.conf.d/${slug}.conf`;
  return [
    'mkdir -p /etc/apt/keyrings',
    `curl -fsS ${credentials}"${url}/gpgkey" -o ${key}`,
    ...(isPublic ? [] : [login]),
    `echo "deb [signed-by=${key}] ${url}/any/ any main" > /etc/apt/sources.list.d/${slug}.list`,
    'apt-get update',
  ];
}
