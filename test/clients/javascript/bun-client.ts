import type { JavascriptClient } from './client.ts';
import { installed } from './installed.ts';
import { npmrc } from './npmrc.ts';

const noCommand = { cannot: 'Bun has no command for it' };

export const bun: JavascriptClient = {
  name: 'Bun 1',
  command: [installed('@oven/bun-linux-x64/bin/bun')],
  environment: { DO_NOT_TRACK: '1' },
  settings: (settings) => ({ '.npmrc': npmrc(settings) }),
  packageFiles: {},
  publish: (tag) => [['publish', ...(tag === undefined ? [] : ['--tag', tag])]],
  add: (dependency) => ['add', dependency],
  update: (name) => ['update', name],
  lockfile: { name: 'bun.lock', integrity: 'of the registry', install: ['install', '--frozen-lockfile'] },
  tags: noCommand,
  deprecations: noCommand,
  unpublish: noCommand,
  reads: { peers: true, bundled: true },
  audit: ['audit'],
  workspaces: {
    files: { 'package.json': { name: 'project', private: true, workspaces: ['packages/*'] } },
    range: 'workspace:^',
    install: ['install'],
    publish: [['publish', '--recursive']],
  },
};
