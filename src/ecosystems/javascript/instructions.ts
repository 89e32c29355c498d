/** The commands of npm and the other clients of its registries. */
import type { ClientLines, Instructions, NativeRegistry } from '../../serving/instructions.ts';
import { folderOf } from '../../serving/relative-url.ts';
import { npmUrls } from './urls.ts';

export const instructions: Instructions = {
  download: (home, { name: file, package: { name } }) =>
    npmUrls(home.publicUrl).of('getTarball', { ...home, name, file }),
  acceptsForms: false,
  clients: (home) => [
    readerOfNpmrc(home, { client: 'npm', add: 'npm install' }),
    readerOfNpmrc(home, { client: 'pnpm', add: 'pnpm add' }),
    yarn(home),
    // Otherwise, it sends the token for packages of scopes only.
    readerOfNpmrc(home, { client: 'yarn-1', add: 'yarn add', more: ['always-auth=true'] }),
    readerOfNpmrc(home, { client: 'bun', add: 'bun add' }),
  ],
};

interface ReaderOfNpmrc {
  readonly client: string;
  /** The command that adds a dependency. */
  readonly add: string;
  /** More lines of the project's `.npmrc`. */
  readonly more?: readonly string[];
}

function readerOfNpmrc(home: NativeRegistry, { client, add, more = [] }: ReaderOfNpmrc): ClientLines {
  const [program = ''] = add.split(' ');
  return {
    client,
    setUp: npmrc(home, 'registry', more),
    publish: [...npmrc(withToken(home), 'registry', more), `${program} publish`],
    tokenAdvice:
      'If you export it as the variable TOKEN instead, clients read it from there, and no file has the secret. For one scope beside the public registry, write "@SCOPE:registry" instead of "registry".',
    install: ({ name, version }) => {
      const scope = scopeOf(name);
      const key = scope === undefined ? 'registry' : `${scope}:registry`;
      return [...npmrc(home, key, more), `${add} ${name}@${version}`];
    },
  };
}

/**
 * Returns the commands that write `.npmrc` in the project and, because pnpm replaces variables only there, in the home
 * folder. `key` is the setting for the packages that come from the registry.
 */
function npmrc(home: NativeRegistry, key: string, more: readonly string[]): readonly string[] {
  const url = registryUrl(home);
  return [
    ...[`${key}=${url}`, ...more].map((line) => `echo "${line}" >> .npmrc`),
    // In single quotes, so that npm replaces the variable and not the shell.
    ...(home.public ? [] : [`echo '${url.replace(/^https?:/, '')}:_authToken=\${TOKEN}' >> ~/.npmrc`]),
  ];
}

/** Yarn 2 and later. */
function yarn(home: NativeRegistry): ClientLines {
  return {
    client: 'yarn',
    setUp: yarnrc(home, ''),
    publish: [...yarnrc(withToken(home), ''), 'yarn npm publish'],
    tokenAdvice: 'Export it as the variable TOKEN: the configuration names the variable, and has no secret.',
    install: ({ name, version }) => {
      const scope = scopeOf(name);
      const place = scope === undefined ? '' : `npmScopes.${scope.slice(1)}.`;
      return [...yarnrc(home, place), `yarn add ${name}@${version}`];
    },
  };
}

/** Returns the commands that write `.yarnrc.yml`. `place` is the prefix of settings for one scope. */
function yarnrc(home: NativeRegistry, place: string): readonly string[] {
  const { protocol, hostname } = new URL(home.publicUrl);
  const set = (name: string, value: string): string => `yarn config set ${place}${name} ${value}`;
  return [
    set('npmRegistryServer', `"${registryUrl(home)}"`),
    // Otherwise, it publishes packages of a scope elsewhere.
    set('npmPublishRegistry', `"${registryUrl(home)}"`),
    // Otherwise, it installs versions only some days after their publication.
    set('npmMinimalAgeGate', '0'),
    // Without `npmAlwaysAuth`, it sends the token for packages of scopes only.
    ...(home.public ? [] : [set('npmAuthToken', `'\${TOKEN}'`), set('npmAlwaysAuth', 'true')]),
    ...(protocol === 'http:' ? [`yarn config set --json unsafeHttpWhitelist '["${hostname}"]'`] : []),
  ];
}

/** Publishing needs a token, also in a public registry. */
function withToken(home: NativeRegistry): NativeRegistry {
  return { ...home, public: false };
}

function scopeOf(name: string): string | undefined {
  return /^(@[^/]+)\//.exec(name)?.[1];
}

/** Returns the URL that clients append names to. */
function registryUrl(home: NativeRegistry): string {
  return folderOf(npmUrls(home.publicUrl).of('getPackument', { ...home, name: 'NAME' }));
}
