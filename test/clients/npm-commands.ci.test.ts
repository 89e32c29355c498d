/** The commands of npm that change a registry, and what they leave there. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { issueToken } from '../native/tokens.ts';
import { newRegistry, useServer } from '../native/watched-server.ts';
import { npmIn, type NpmMachine } from './npm.ts';
import { present } from './programs.ts';

const server = useServer();
const testNpm = test.runIf(present('npm'));

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'larder-npm-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Returns a machine whose token can change packages of a private registry, and the registry's URL. */
async function openMachine(): Promise<NpmMachine & { readonly run: (...line: string[]) => Promise<string> }> {
  const slug = await newRegistry(server(), 'javascript', { isPublic: false });
  const token = await issueToken(server(), { scopes: ['read_packages', 'write_packages', 'delete_packages'] });
  const machine = await npmIn(folder, { registry: `${server().url}/acme/${slug}/npm/`, token });
  return {
    ...machine,
    run: async (...line) => {
      const { ok, stdout, output } = await machine.npm(...line);
      if (!ok) throw new Error(output);
      return stdout.trim();
    },
  };
}

/** Writes a package below the project. Returns its folder. */
async function writePackage({ project }: NpmMachine, version: string): Promise<string> {
  const at = path.join(project, `demo-${version}`);
  await mkdir(at);
  const packageJson = { name: '@acme/demo', version, bin: './cli.js', scripts: { postinstall: 'node cli.js' } };
  await writeFile(path.join(at, 'package.json'), JSON.stringify(packageJson));
  await writeFile(path.join(at, 'cli.js'), `#!/usr/bin/env node\n`);
  await writeFile(path.join(at, 'README.md'), '# Demo\n');
  return at;
}

testNpm('npm publishes, installs by its lockfile, tags, deprecates and unpublishes', async () => {
  const machine = await openMachine();
  const { run } = machine;
  expect(await run('ping', '--json')).toContain('"registry"');
  expect(await run('whoami')).toBe('Owner of acme');
  for (const version of ['1.0.0', '1.1.0']) await run('publish', await writePackage(machine, version));
  expect(JSON.parse(await run('view', '@acme/demo', 'versions', '--json'))).toEqual(['1.0.0', '1.1.0']);

  await run('install', '@acme/demo@1.0.0');
  // The lockfile and an empty cache are enough.
  const lock = JSON.parse(await machine.read('package-lock.json')) as { packages: Record<string, object> };
  expect(lock.packages['node_modules/@acme/demo']).toMatchObject({
    version: '1.0.0',
    integrity: expect.stringMatching(/^sha512-/),
    hasInstallScript: true,
    bin: { demo: 'cli.js' },
  });
  await run('ci', '--cache', path.join(folder, 'other-cache'));

  await run('dist-tag', 'add', '@acme/demo@1.0.0', 'stable');
  expect((await run('dist-tag', 'ls', '@acme/demo')).split('\n')).toEqual(['latest: 1.1.0', 'stable: 1.0.0']);
  await run('deprecate', '@acme/demo@1.0.0', 'Use 1.1.0');
  expect(await run('view', '@acme/demo@1.0.0', 'deprecated')).toBe('Use 1.1.0');
  await run('unpublish', '@acme/demo@1.1.0');
  expect(JSON.parse(await run('view', '@acme/demo', 'dist-tags', '--json'))).toEqual({
    latest: '1.0.0',
    stable: '1.0.0',
  });
  const again = await machine.npm('publish', path.join(machine.project, 'demo-1.1.0'));
  expect([again.ok, again.output]).toEqual([false, expect.stringContaining('was withdrawn')]);
  await run('unpublish', '@acme/demo', '--force');
  expect((await machine.npm('view', '@acme/demo')).output).toContain('E404');
});
