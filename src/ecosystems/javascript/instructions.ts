/** The commands for npm. pnpm, Yarn 1 and Bun read the same `.npmrc`. */
import type { NativeRegistry, Instructions } from '../../serving/instructions.ts';
import { folderOf } from '../../serving/relative-url.ts';
import { npmUrls } from './urls.ts';

export const npmLines: Instructions = {
  download: (home, { name: file, package: { name } }) =>
    npmUrls(home.publicUrl).of('getTarball', { ...home, name, file }),
  setUp: (home) => settings(home, 'registry'),
  tokenAdvice:
    'npm replaces ${TOKEN} in .npmrc by the variable of the environment, so that the file has no secret; export it before you run npm. For one scope beside the public registry, write "@SCOPE:registry" instead of "registry".',
  install: (home, { name, version }) => {
    const [, scope] = /^(@[^/]+)\//.exec(name) ?? [];
    return [
      ...settings(home, scope === undefined ? 'registry' : `${scope}:registry`),
      `npm install ${name}@${version}`,
    ];
  },
};

/** Returns the commands that write `.npmrc`. `key` is the setting for the packages that come from the registry. */
function settings(home: NativeRegistry, key: string): readonly string[] {
  const url = registryUrl(home);
  return [
    `echo "${key}=${url}" >> .npmrc`,
    // In single quotes, so that npm replaces the variable and not the shell.
    ...(home.public ? [] : [`echo '${url.replace(/^https?:/, '')}:_authToken=\${TOKEN}' >> .npmrc`]),
  ];
}

/** Returns the URL that clients append names to. */
function registryUrl(home: NativeRegistry): string {
  return folderOf(npmUrls(home.publicUrl).of('getPackument', { ...home, name: 'NAME' }));
}
