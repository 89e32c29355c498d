import type { JavascriptClient } from './client.ts';
import { script } from './installed.ts';
import { npmrc } from './npmrc.ts';

/** npm of a major version. */
export function npmClient(major: number): JavascriptClient {
  return {
    name: `npm ${major}`,
    command: script(`npm-${major}/bin/npm-cli.js`),
    environment: {
      npm_config_update_notifier: 'false',
      npm_config_fund: 'false',
      npm_config_audit: 'false',
      npm_config_loglevel: 'error',
    },
    settings: (settings) => ({ '.npmrc': npmrc(settings) }),
    packageFiles: {},
    publish: (tag) => [['publish', ...(tag === undefined ? [] : ['--tag', tag])]],
    add: (dependency) => ['install', dependency],
    update: (name) => ['update', name],
    lockfile: { name: 'package-lock.json', integrity: 'of the registry', install: ['ci'] },
    tags: {
      set: (name, version, tag) => ['dist-tag', 'add', `${name}@${version}`, tag],
      remove: (name, tag) => ['dist-tag', 'rm', name, tag],
      list: (name) => ['dist-tag', 'ls', name],
    },
    deprecations: {
      deprecate: (name, version, warning) => ['deprecate', `${name}@${version}`, warning],
      undeprecate: (name, version) => ['deprecate', `${name}@${version}`, ''],
    },
    unpublish: (name, version) => ['unpublish', `${name}@${version}`],
    reads: { peers: true, bundled: true },
    audit: ['audit'],
    workspaces: {
      files: { 'package.json': { name: 'project', private: true, workspaces: ['packages/*'] } },
      range: '^1.0.0',
      install: ['install'],
      publish: [['publish', '--workspaces']],
    },
  };
}
