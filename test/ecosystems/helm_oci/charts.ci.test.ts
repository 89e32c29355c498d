/**
 * helm pushes, pulls, shows and renders charts, and updates dependencies from a registry.
 *
 * | client | cannot | reason |
 * |---|---|---|
 * | helm 3.17 | log in with the line of the page | its login has no `--plain-http`, which the tests' servers need |
 * | helm 3.18.0 | push versions with `+`, pull provenance | it fails before its requests; npm has no later helm 3 |
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCustomerServer } from '../../clients/customer-server.ts';
import { issueToken } from '../../native/tokens.ts';
import { installLines, publishLines, setUpLines } from '../../web/page-lines.ts';
import { listedImages, useImages } from '../oci/images.ts';
import { openRegistry } from '../registries.ts';
import { helms, openHelm } from './helm.ts';

const server = useCustomerServer();
const plain = '--plain-http';

describe.each(helms)('$title', (program) => {
  describe.skipIf(program.program === undefined)('(npm)', () => {
    const charts = useImages(server, 'helm_oci');

    test('pushes a chart, and pulls, shows and renders it with a token that reads', async () => {
      const { host, prefix } = charts();
      const version = '0.1.0+build.1';
      const file = `demo-${version}.tgz`;
      const publisher = await openHelm(program);
      await publisher.pack(version);
      await publisher.logIn(host, server().token);
      await publisher.helm('push', file, `oci://${prefix}`, plain);
      const [pkg] = await listedImages(charts(), 'demo');
      expect([pkg?.tags, pkg?.metadata['chart']]).toMatchObject([['0.1.0_build.1'], { name: 'demo', version }]);

      const reader = await openHelm(program);
      await reader.logIn(host, await issueToken(server()));
      await reader.helm('pull', `oci://${prefix}/demo`, plain);
      const [sent, got] = await Promise.all([publisher, reader].map(({ folder }) => readFile(path.join(folder, file))));
      expect(got?.equals(sent ?? Buffer.alloc(0))).toBe(true);
      const exact = [`oci://${prefix}/demo`, '--version', version, plain];
      expect(await reader.helm('show', 'chart', ...exact)).toContain(version);
      expect(await reader.helm('show', 'values', ...exact)).toContain('replicaCount: 1');
      expect(await reader.helm('template', 'ours', ...exact)).toContain('kind: Deployment');
      // Helm 3 does not push a chart that exists.
      await reader.pack('0.2.0');
      await expect(reader.helm('push', 'demo-0.2.0.tgz', `oci://${prefix}`, plain)).rejects.toThrow();
      expect(await listedImages(charts(), 'demo')).toHaveLength(1);
    });

    test('pulls the highest version, and versions that differ in their build only', async () => {
      const { slug } = await openRegistry(server(), { ecosystem: 'helm_oci' }, 'a private');
      const registry = `oci://${charts().host}/acme/${slug}`;
      const machine = await openHelm(program);
      await machine.logIn(charts().host, server().token);
      for (const version of ['1.10.0', '1.9.0+one', '1.9.0+two', '2.0.0-rc.1']) {
        await machine.pack(version);
        await machine.helm('push', `demo-${version}.tgz`, registry, plain);
      }
      await mkdir(path.join(machine.folder, 'pulled'));
      const pull = async (...parameters: readonly string[]) => {
        await machine.helm('pull', `${registry}/demo`, plain, '-d', 'pulled', ...parameters);
      };
      await pull();
      await pull('--version', '1.9.0+one');
      await pull('--version', '1.9.0+two');
      await pull('--devel');
      const pulled = await machine.run('ls', 'pulled');
      expect(pulled).toBe('demo-1.10.0.tgz\ndemo-1.9.0+one.tgz\ndemo-1.9.0+two.tgz\ndemo-2.0.0-rc.1.tgz\n');
    });

    test('updates and builds the dependencies of a chart', async () => {
      const { slug } = await openRegistry(server(), { ecosystem: 'helm_oci' }, 'a private');
      const registry = `oci://${charts().host}/acme/${slug}`;
      const machine = await openHelm(program);
      await machine.logIn(charts().host, server().token);
      for (const version of ['1.2.0', '1.3.0', '2.0.0']) {
        await machine.pack(version);
        await machine.helm('push', `demo-${version}.tgz`, registry, plain);
      }
      const parent = path.join(machine.folder, 'parent');
      await mkdir(parent);
      const dependency = { name: 'demo', version: '^1.2.0', repository: registry };
      const chart = { apiVersion: 'v2', name: 'parent', version: '1.0.0', dependencies: [dependency] };
      await writeFile(path.join(parent, 'Chart.yaml'), JSON.stringify(chart));
      await machine.helm('dependency', 'update', 'parent', plain);
      expect(await readFile(path.join(parent, 'Chart.lock'), 'utf8')).toContain('version: 1.3.0');
      await machine.run('rm', '-r', 'parent/charts');
      await machine.helm('dependency', 'build', 'parent', plain);
      expect(await machine.helm('template', 'ours', 'parent')).toContain('helm.sh/chart: demo-1.3.0');
    });

    test('rejects a wrong password, and explains that it has to log in', async () => {
      const { host, prefix } = charts();
      const machine = await openHelm(program);
      await expect(machine.logIn(host, 'wrong')).rejects.toThrow(/unauthorized|401/i);
      await machine.logIn(host, server().token);
      await machine.pack('9.0.0');
      await machine.helm('push', 'demo-9.0.0.tgz', `oci://${prefix}`, plain);
      await machine.helm('registry', 'logout', host);
      await expect(machine.helm('pull', `oci://${prefix}/demo`, plain)).rejects.toThrow('log in with an access token');
    });
  });
});

const withLines = helms.filter(({ loginOption }) => loginOption === plain);

describe.skipIf(withLines.some(({ program }) => program === undefined)).each(withLines)('$title', (program) => {
  const charts = useImages(server, 'helm_oci');

  test('logs in, pushes and pulls with the lines of the pages', async () => {
    const { slug } = charts().home;
    const token = `TOKEN=${server().token}\n`;
    const publisher = await openHelm(program);
    await publisher.pack('8.0.0');
    const lines = (await publishLines(server(), slug)).replace('CHART.tgz', 'demo-8.0.0.tgz');
    await publisher.run('sh', '-ec', token + lines);
    const [pkg] = await listedImages(charts(), 'demo');
    const reader = await openHelm(program);
    await reader.run('sh', '-ec', token + (await setUpLines(server(), slug)));
    await reader.run('sh', '-ec', await installLines(server(), pkg?.web_url ?? ''));
    expect(await reader.run('ls')).toMatch(/^demo@sha256-[0-9a-f]{64}\.tgz$/m);
  });
});
