/** Helm 3 and 4 push, pull, show and render charts. `.ci/run` installs them from npm. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '../../clients/programs.ts';
import { issueToken } from '../../native/tokens.ts';
import { useServer } from '../../native/watched-server.ts';
import { listed, openRegistry } from '../registries.ts';

const server = useServer();
const version = '0.1.0+build.1';

const programs = [3, 4].map((major) => ({ major, program: process.env[`LARDER_TEST_HELM_${major}`] }));

test.skipIf(programs.some(({ program }) => program === undefined)).each(programs)(
  'helm $major pushes a chart, and pulls, shows and renders it with a token that reads',
  async ({ program = '' }) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-helm-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const home = await openRegistry(server(), { ecosystem: 'helm_oci' }, 'a private');
    const { host } = new URL(server().url);
    const registry = `oci://${host}/acme/${home.slug}`;
    const chart = `demo-${version}.tgz`;

    const helm = async (token: string, ...parameters: readonly string[]): Promise<string> => {
      const config = path.join(folder, 'config.json');
      const auth = Buffer.from(`buildkite:${token}`).toString('base64');
      await writeFile(config, JSON.stringify({ auths: { [host]: { auth } } }));
      const homes = { HELM_CONFIG_HOME: folder, HELM_CACHE_HOME: folder, HELM_DATA_HOME: folder };
      const { ok, output } = await run(program, parameters, {
        folder,
        environment: { ...homes, HELM_REGISTRY_CONFIG: config },
      });
      if (!ok) throw new Error(`helm ${parameters.join(' ')}: ${output}`);
      return output;
    };

    await helm('', 'create', 'demo');
    await helm('', 'package', 'demo', '--version', version);
    await helm(server().token, 'push', chart, registry, '--plain-http');
    const [pkg] = await listed(home);
    expect([pkg?.name, pkg?.tags, pkg?.metadata['chart']]).toMatchObject([
      'demo',
      ['0.1.0_build.1'],
      { name: 'demo', version },
    ]);

    const reader = await issueToken(server());
    const pulled = path.join(folder, 'pulled');
    await mkdir(pulled);
    await helm(reader, 'pull', `${registry}/demo`, '--plain-http', '-d', pulled);
    const [sent, got] = await Promise.all([folder, pulled].map((at) => readFile(path.join(at, chart))));
    expect(got?.equals(sent ?? Buffer.alloc(0))).toBe(true);
    expect(await helm(reader, 'show', 'chart', `${registry}/demo`, '--version', version, '--plain-http')).toContain(
      version,
    );
    expect(await helm(reader, 'template', `${registry}/demo`, '--plain-http')).toContain('kind: Deployment');
    // Helm 3 does not push a chart that exists.
    await helm('', 'package', 'demo', '--version', '0.2.0');
    await expect(helm(reader, 'push', 'demo-0.2.0.tgz', registry, '--plain-http')).rejects.toThrow();
    expect(await listed(home)).toHaveLength(1);
    await expect(helm('wrong', 'pull', `${registry}/demo`, '--plain-http')).rejects.toThrow();
  },
);
