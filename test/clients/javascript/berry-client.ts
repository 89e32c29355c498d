import { TOKEN_VARIABLE, type JavascriptClient, type RegistryAddress } from './client.ts';
import { script } from './installed.ts';

const noCommand = { cannot: 'Yarn berry has no command for it' };

export const berry: JavascriptClient = {
  name: 'Yarn berry',
  command: script('@yarnpkg/cli-dist/bin/yarn.js'),
  environment: {},
  settings: ({ registry, scopes = {} }) => ({
    '.yarnrc.yml': {
      ...serverAt(registry),
      npmScopes: Object.fromEntries(Object.entries(scopes).map(([scope, at]) => [scope.slice(1), serverAt(at)])),
      unsafeHttpWhitelist: ['127.0.0.1'],
      nodeLinker: 'node-modules',
      enableTelemetry: false,
    },
  }),
  packageFiles: { 'yarn.lock': '' },
  publish: (tag) => [['install'], ['npm', 'publish', ...(tag === undefined ? [] : ['--tag', tag])]],
  add: (dependency) => ['add', dependency],
  update: (name) => ['up', name],
  lockfile: {
    name: 'yarn.lock',
    integrity: { cannot: 'its checksums are of the archives that it makes of tarballs' },
    install: ['install', '--immutable'],
  },
  tags: {
    set: (name, version, tag) => ['npm', 'tag', 'add', `${name}@${version}`, tag],
    remove: (name, tag) => ['npm', 'tag', 'remove', name, tag],
    list: (name) => ['npm', 'tag', 'list', name],
  },
  deprecations: noCommand,
  unpublish: noCommand,
  reads: { peers: false, bundled: false },
  audit: ['npm', 'audit'],
  workspaces: {
    files: { 'package.json': { name: 'project', private: true, workspaces: ['packages/*'] } },
    range: 'workspace:^',
    install: ['install'],
    publish: [['workspaces', 'foreach', '--all', '--no-private', 'npm', 'publish']],
  },
};

function serverAt({ url, isPrivate }: RegistryAddress): object {
  return {
    npmRegistryServer: url,
    // Otherwise, it publishes packages of a scope to the registry of others.
    npmPublishRegistry: url,
    // Otherwise, it installs versions that are some days old.
    npmMinimalAgeGate: 0,
    // Without `npmAlwaysAuth`, it sends the token for packages of scopes only.
    ...(isPrivate && { npmAuthToken: `\${${TOKEN_VARIABLE}}`, npmAlwaysAuth: true }),
  };
}
