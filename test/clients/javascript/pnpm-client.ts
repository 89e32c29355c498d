import type { JavascriptClient } from './client.ts';
import { script } from './installed.ts';
import { npmrc } from './npmrc.ts';

export const pnpm: JavascriptClient = {
  name: 'pnpm 12',
  command: script('pnpm/bin/pnpm.mjs'),
  // Otherwise, it updates to versions that are a day old.
  environment: { PNPM_CONFIG_MINIMUM_RELEASE_AGE: '0' },
  settings: (settings) => ({ '.npmrc': npmrc(settings) }),
  packageFiles: {},
  publish: (tag) => [['publish', '--no-git-checks', ...(tag === undefined ? [] : ['--tag', tag])]],
  add: (dependency) => ['add', dependency],
  update: (name) => ['update', name],
  lockfile: { name: 'pnpm-lock.yaml', integrity: 'of the registry', install: ['install', '--frozen-lockfile'] },
  tags: {
    set: (name, version, tag) => ['dist-tag', 'add', `${name}@${version}`, tag],
    remove: (name, tag) => ['dist-tag', 'rm', name, tag],
    list: (name) => ['dist-tag', 'ls', name],
  },
  deprecations: {
    deprecate: (name, version, warning) => ['deprecate', `${name}@${version}`, warning],
    undeprecate: (name, version) => ['undeprecate', `${name}@${version}`],
  },
  unpublish: (name, version) => ['unpublish', `${name}@${version}`],
  reads: { peers: true, bundled: true },
  audit: ['audit'],
  workspaces: {
    files: { 'pnpm-workspace.yaml': { packages: ['packages/*'] } },
    range: 'workspace:^',
    install: ['install'],
    publish: [['--recursive', 'publish', '--no-git-checks']],
  },
};
