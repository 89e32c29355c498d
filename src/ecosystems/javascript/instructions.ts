/** The commands for npm. pnpm, Yarn 1 and Bun read the same files. */
import type { NativeRegistry, Instructions } from '../../serving/instructions.ts';
import { folderOf } from '../../serving/relative-url.ts';
import { npmUrls } from './urls.ts';

export const npmLines: Instructions = {
  download: (home, { name: file, package: { name } }) =>
    npmUrls(home.publicUrl).of('getTarball', { ...home, name, file }),
  setUp: (home) => settings(home, 'registry'),
  tokenAdvice:
    'If you export it as the variable TOKEN instead, clients read it from there, and no file has the secret. For one scope beside the public registry, write "@SCOPE:registry" instead of "registry". Yarn 1 reads packages without a scope only with "always-auth=true".',
  install: (home, { name, version }) => {
    const [, scope] = /^(@[^/]+)\//.exec(name) ?? [];
    return [
      ...settings(home, scope === undefined ? 'registry' : `${scope}:registry`),
      `npm install ${name}@${version}`,
    ];
  },
};

/**
 * Returns the commands that write `.npmrc` in the project and, because pnpm replaces variables only there, in the home
 * folder. `key` is the setting for the packages that come from the registry.
 */
function settings(home: NativeRegistry, key: string): readonly string[] {
  const url = registryUrl(home);
  return [
    `echo "${key}=${url}" >> .npmrc`,
    // In single quotes, so that npm replaces the variable and not the shell.
    ...(home.public ? [] : [`echo '${url.replace(/^https?:/, '')}:_authToken=\${TOKEN}' >> ~/.npmrc`]),
  ];
}

/** Returns the URL that clients append names to. */
function registryUrl(home: NativeRegistry): string {
  return folderOf(npmUrls(home.publicUrl).of('getPackument', { ...home, name: 'NAME' }));
}
