import type { JavascriptClient } from './client.ts';
import { script } from './installed.ts';
import { npmrc } from './npmrc.ts';

const noCommand = { cannot: 'Yarn 1 has no command for it' };

export const yarn: JavascriptClient = {
  name: 'Yarn 1',
  command: script('yarn/bin/yarn.js'),
  environment: { YARN_DISABLE_SELF_UPDATE_CHECK: 'true' },
  settings: (settings) => ({
    // Otherwise, it sends the token for packages of scopes only.
    '.npmrc': `${npmrc(settings)}${settings.registry.isPrivate ? 'always-auth=true\n' : ''}`,
  }),
  packageFiles: {},
  publish: (tag) => [['publish', '--non-interactive', ...(tag === undefined ? [] : ['--tag', tag])]],
  add: (dependency) => ['add', dependency],
  update: (name) => ['upgrade', name],
  lockfile: { name: 'yarn.lock', integrity: 'of the registry', install: ['install', '--frozen-lockfile'] },
  tags: {
    set: (name, version, tag) => ['tag', 'add', `${name}@${version}`, tag],
    remove: (name, tag) => ['tag', 'remove', name, tag],
    list: (name) => ['tag', 'list', name],
  },
  deprecations: noCommand,
  unpublish: noCommand,
  reads: { cannot: 'Yarn 1 requests all tarballs, and reads the package.json in each' },
  audit: { cannot: 'Yarn 1 requests the public registry, whatever its configuration is' },
  workspaces: {
    files: { 'package.json': { name: 'project', private: true, workspaces: ['packages/*'] } },
    range: '^1.0.0',
    install: ['install'],
    publish: ['@acme/lib', '@acme/app'].map((name) => ['workspace', name, 'publish', '--non-interactive']),
  },
};
