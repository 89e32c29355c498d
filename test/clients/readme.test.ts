/** The lines of README.md, run as they stand there. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDeb } from '../fixtures/deb-package.ts';
import { startTestServer, type TestServer } from '../fixtures/server.ts';
import { buildWheel } from '../fixtures/python-package.ts';
import { useMachines } from './apt-machines.ts';
import { hasPip, unconfigured } from './pip.ts';
import { present, run, type Ran } from './programs.ts';

const newMachine = useMachines();
const registries = '/v2/packages/organizations/my-org/registries';
const control = { Package: 'banana', Version: '1.1-2', Architecture: 'amd64' };

let server: TestServer;
let folder: string;

beforeAll(async () => {
  server = await startTestServer({ LARDER_ORGANIZATION: 'my-org' });
  folder = await mkdtemp(path.join(os.tmpdir(), 'larder-readme-'));
  await writeFile(path.join(folder, 'banana_1.1-2_amd64.deb'), await buildDeb({ control }));
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

describe.skipIf(!present('bash', 'curl'))('bash and curl: the lines of README.md', () => {
  test('create a registry, publish to it and find the package', async () => {
    const { output } = await paste('publish');
    const [registry, published, list] = answers(output);
    expect([registry, published, list]).toMatchObject([
      { slug: 'my-registry' },
      { name: 'banana', version: '1.1-2' },
      { items: [{ name: 'banana' }] },
    ]);
  });

  test.skipIf(!present('apt-get'))('apt-get: install it', async () => {
    const machine = await newMachine();
    const { ok, output } = await paste(
      'install',
      (lines) =>
        lines.replaceAll('/etc/apt', `${machine.root}/etc/apt`).replaceAll('apt-get install', 'apt-get install --yes'),
      { APT_CONFIG: `${machine.root}/apt.conf` },
    );
    expect(ok, output).toBe(true);
    expect(output).toContain('Setting up banana (1.1-2)');
    const { mode } = await stat(path.join(machine.root, 'etc/apt/auth.conf.d/my-registry.conf'));
    expect((mode & 0o777).toString(8)).toBe('600');
  });

  test('look at it, copy it and delete it', async () => {
    await server.ask(registries, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'my other registry', ecosystem: 'debian' }),
    });
    const { items } = (await (await server.ask(`${registries}/my-registry/packages`)).json()) as {
      items: { id: string }[];
    };
    const id = items[0]?.id ?? '';
    const { output } = await paste('use', undefined, { ID: id });
    expect(answers(output)).toMatchObject([
      { id, name: 'banana' },
      { items: [{ name: 'banana_1.1-2_amd64.deb' }] },
      { name: 'banana', registry: { slug: 'my-other-registry' } },
      { id, message: 'Deleted banana 1.1-2 (amd64).' },
    ]);
  });

  test.skipIf(!hasPip())('pip: install a wheel', async () => {
    await server.ask(registries, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'my python', ecosystem: 'python' }),
    });
    const form = new FormData();
    const wheel = buildWheel({ name: 'banana', version: '1.0' });
    form.set('file', new Blob([wheel]), 'banana-1.0-py3-none-any.whl');
    await server.ask(`${registries}/my-python/packages`, { method: 'POST', body: form });
    const { ok, output } = await paste(
      'pip',
      (lines) => lines.replace('pip install', 'python3 -m pip install --no-cache-dir --target installed'),
      unconfigured(),
    );
    expect([ok, output.includes('Successfully installed banana-1.0')], output).toEqual([true, true]);
  });

  test('make tokens', async () => {
    const { output } = await paste('tokens');
    expect(answers(output)).toMatchObject([
      { description: 'builds', token: expect.stringMatching(/^larder_/) },
      { description: 'servers', token: expect.stringMatching(/^larder_registry_/) },
    ]);
  });

  test('download a plain file', async () => {
    await server.ask(registries, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'my files', ecosystem: 'files' }),
    });
    const form = new FormData();
    form.set('file', new Blob(['How to peel a banana.']), 'manual-2.0.0.tar.gz');
    await server.ask(`${registries}/my-files/packages`, { method: 'POST', body: form });
    await paste('download');
    expect(await readFile(path.join(folder, 'manual-2.0.0.tar.gz'), 'utf8')).toBe('How to peel a banana.');
  });
});

/** Runs the block of README.md with this name, its lines changed only to leave the machine alone. */
async function paste(
  name: string,
  change = (lines: string) => lines,
  environment: Record<string, string> = {},
): Promise<Ran> {
  const readme = await readFile(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
  const [, lines] = new RegExp(`^\`\`\`sh ${name}\n(.*?)^\`\`\``, 'ms').exec(readme) ?? [];
  if (lines === undefined) throw new Error(`README.md has no block "${name}"`);
  return run('bash', ['-e', '-c', change(lines)], {
    folder,
    environment: { LARDER: server.url, TOKEN: server.token, REGISTRIES: server.url + registries, ...environment },
  });
}

/** The JSON answers that curl wrote one behind the other, between the lines of its progress. */
function answers(output: string): unknown[] {
  return output
    .replaceAll('}{', '}\n{')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line.slice(0, line.lastIndexOf('}') + 1)) as unknown);
}
