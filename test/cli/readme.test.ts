/** The lines of README.md about backups, and how `npx` finds the command. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { present, run } from '../clients/programs.ts';
import { startTestServer } from '../fixtures/server.ts';
import { script } from './larder.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe.skipIf(!present('bash'))('bash: the lines of README.md about backups', () => {
  it('back up a running server, verify the backup, restore it and check what was restored', async () => {
    const folder = await newFolder();
    await using server = await startTestServer();
    const readme = await readFile(path.join(root, 'README.md'), 'utf8');
    const blocks = ['backup', 'restore'].map((name) => {
      const [, lines] = new RegExp(`^\`\`\`sh ${name}\n(.*?)^\`\`\``, 'ms').exec(readme) ?? [];
      if (lines === undefined) throw new Error(`README.md has no block "${name}"`);
      return lines.replaceAll(/\/(srv|var\/lib)\//g, `${folder}/`);
    });
    const command = `npx() { shift; '${process.execPath}' '${script}' "$@"; }\n`;
    const environment = { LARDER_DATA_DIR: server.dataDir };
    const { ok, output } = await run('bash', ['-e', '-c', command + blocks.join('')], { folder, environment });
    expect(ok, output).toBe(true);
    expect(output.match(/all is well/g)?.length, output).toBe(2);
  });
});

describe.skipIf(!present('npx'))('npx', () => {
  it('finds larder in the project', async () => {
    // It keeps a link to the project in its cache, which goes away here.
    const environment = { npm_config_cache: await newFolder(), npm_config_update_notifier: 'false' };
    const { ok, stdout, output } = await run('npx', ['--offline', 'larder', '--version'], {
      folder: root,
      environment,
    });
    expect([ok, stdout], output).toEqual([true, `${packageFile.version}\n`]);
  });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-cli-readme-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
