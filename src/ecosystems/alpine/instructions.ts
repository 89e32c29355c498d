import type { Instructions, NativeRegistry } from '../../serving/instructions.ts';
import { folderOf } from '../../serving/relative-url.ts';
import { NOARCH } from './architecture.ts';
import { keyFileName } from './signing.ts';
import { apkUrls } from './urls.ts';

/** The commands must be run as root. busybox, which every Alpine Linux has, has all of them but apk. */
export const instructions: Instructions = {
  download: (home, { name: file, sha256 }) => apkUrls(home.publicUrl).of('getApkFile', { ...home, sha256, file }),
  acceptsForms: true,
  clients: (home) => [
    {
      client: 'apk',
      setUp: setUpApk(home),
      publish: [],
      // apk installs only what the index lists.
      install: ({ name, version, standing }) =>
        standing === 'offered' ? [...setUpApk(home), `apk add ${name}=${version}`] : [],
    },
  ],
};

function setUpApk(home: NativeRegistry): readonly string[] {
  const { registry, public: isPublic, keys } = home;
  const urls = apkUrls(isPublic ? home.publicUrl : withToken(home.publicUrl));
  const list = `/etc/apk/repositories.d/${registry}.list`;
  return [
    'mkdir -p /etc/apk/keys /etc/apk/repositories.d',
    // The newest key is served. apk finds it by its name.
    ...keys.slice(0, 1).flatMap(({ fingerprint }) => {
      const key = `/etc/apk/keys/${keyFileName(home, fingerprint)}`;
      return [`wget -q -O ${key} "${urls.of('getRsaKey', home)}"`, `# sha256sum ${key} prints ${fingerprint}`];
    }),
    // Only root should read the token. The file is created first, because echo would create a world-readable one.
    ...(isPublic ? [] : [`install -m 600 /dev/null ${list}`]),
    `echo "${repositoryUrl(urls, home)}" > ${list}`,
    'apk update',
  ];
}

/** Returns the URL of the folder with a folder for each architecture, without a slash at its end. */
function repositoryUrl(urls: ReturnType<typeof apkUrls>, home: NativeRegistry): string {
  return folderOf(urls.of('getApkIndex', { ...home, architecture: NOARCH }), 1).slice(0, -1);
}

/** apk reads passwords from URLs only. */
function withToken(publicUrl: string): string {
  return publicUrl.replace('://', '://any:$TOKEN@');
}
