/** The lines of README.md about backups, its policy and jobs for CIs, and how `npx` finds the command. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import packageFile from '../../package.json' with { type: 'json' };
import { present, run } from '../clients/programs.ts';
import { createRegistry, startTestServer } from '../fixtures/server.ts';
import { larder, script } from './larder.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe.skipIf(!present('bash'))('bash: the lines of README.md about backups', () => {
  it('back up a running server, verify the backup, restore it and check the result', async () => {
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

describe('README.md about OIDC', () => {
  const block = async (name: string): Promise<string> => {
    const readme = await readFile(path.join(root, 'README.md'), 'utf8');
    const [, lines] = new RegExp(`^\`\`\`yaml ${name}\\n(.*?)^\`\`\``, 'ms').exec(readme) ?? [];
    if (lines === undefined) throw new Error(`README.md has no block "${name}"`);
    return lines;
  };

  it('has a policy that a registry takes, with a statement for each CI', async () => {
    await using server = await startTestServer();
    const policy = await block('policy');
    const created = await createRegistry(server, 'shelf', 'files', { oidc_policy: policy });
    expect([created.status, (parse(policy) as { iss: string }[]).map(({ iss }) => new URL(iss).hostname)]).toEqual([
      200,
      ['agent.buildkite.com', 'token.actions.githubusercontent.com', 'oidc.circleci.com'],
    ]);
  });

  it.each(['github', 'buildkite', 'circleci'])('has a whole job for %s, whose options exist', async (name) => {
    const job = JSON.stringify(parse(await block(name)));
    const [, line = ''] = /larder\.js (publish [^"]*--oidc)/.exec(job) ?? [];
    expect(job).toContain('"LARDER_URL":"https://packages.example.com","LARDER_ORGANIZATION":"my-org"');
    // The test runs in none of the three; the message comes after the command line is parsed.
    const { code, stderr } = await larder(line.split(' '), {
      folder: await newFolder(),
      environment: { LARDER_URL: 'https://packages.example.com', LARDER_ORGANIZATION: 'my-org' },
    });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('--oidc works in Buildkite, GitHub Actions and CircleCI'),
    ]);
  });

  it('has the permission that GitHub demands', async () => {
    expect(parse(await block('github'))).toMatchObject({ permissions: { 'id-token': 'write' } });
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
