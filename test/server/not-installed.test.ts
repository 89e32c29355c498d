/** Before `npm ci`, every command for users prints a remedy, with each version of Node that a user may have. */
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { present, run } from '../clients/programs.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A Node that cannot run Larder; undefined if this machine has none. */
const oldNode = [path.join(root, 'test/client/runtimes/node_modules/node20/bin/node'), '/usr/bin/node'].find(
  (file) => existsSync(file) && /^v2[0-3]/.test(execFileSync(file, ['--version'], { encoding: 'utf8' })),
);

/** The names of scripts in package.json, and a command of its own. */
const commands = ['start', 'mock', 'docs', 'test', 'stories', 'generate', 'client:pack', 'larder'] as const;

/** A checkout without node_modules. */
let checkout: string;
beforeAll(async () => {
  checkout = await mkdtemp(path.join(os.tmpdir(), 'larder-checkout-'));
  for (const name of ['package.json', 'scripts', 'src', 'generated', 'openapi'])
    await cp(path.join(root, name), path.join(checkout, name), { recursive: true });
  expect(await readdir(checkout)).not.toContain('node_modules');
});
afterAll(() => rm(checkout, { recursive: true, force: true }));

/** As npm runs it: with a shell, in the folder of the package, and `node` from PATH. */
async function runWith(node: string, command: (typeof commands)[number]): Promise<readonly [ok: boolean, string]> {
  const folder = await mkdtemp(path.join(checkout, 'bin-'));
  await symlink(node, path.join(folder, 'node'));
  const line = command === 'larder' ? 'node src/cli/larder.js status' : packageFile.scripts[command];
  const environment = { PATH: `${folder}:/usr/bin:/bin`, HOME: folder };
  const { ok, output } = await run('/bin/sh', ['-c', line], { folder: checkout, environment });
  return [ok, output];
}

describe.skipIf(!present('sh'))('without node_modules (sh)', () => {
  it.each(commands)('%s names the package that is missing, and `npm ci`', async (command) => {
    expect(await runWith(process.execPath, command)).toEqual([
      false,
      expect.stringMatching(/^The package "[^"]+", which Larder needs, is not installed\.\nRun: npm ci\n$/),
    ]);
  });

  it.skipIf(oldNode === undefined).each(commands)('%s names the Node that it needs (Node 20)', async (command) => {
    const [ok, output] = await runWith(oldNode ?? '', command);
    expect([ok, output]).toEqual([
      false,
      expect.stringMatching(
        /^Larder needs Node 24\.18 or later; this is Node 2\d\.[\d.]+\.\n`npm ci` installs it .*\n$/,
      ),
    ]);
  });
});
