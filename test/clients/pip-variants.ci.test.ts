/** What pip installs, lists and does not find, beside `pip.test.ts`. */
import { describe, expect, test } from 'vitest';
import { buildSdist } from '../fixtures/python-package.ts';
import { newPythonRegistry, publishWheel, published } from '../native/python-repository.ts';
import { useCustomerServer } from './customer-server.ts';
import { hasPip, usePip } from './pip.ts';
import type { Ran } from './programs.ts';

describe.skipIf(!hasPip())('pip', () => {
  const server = useCustomerServer();
  const pip = usePip();

  /** The URL of the index of a registry, without a slash as the documentation has it, and with credentials if any. */
  const indexOf = (registry: string, credentials = ''): string =>
    `${server().url.replace('://', `://${credentials}`)}/acme/${registry}/pypi/simple`;

  test('installs a project by any spelling of its name', async () => {
    const registry = await newPythonRegistry(server());
    await publishWheel(server(), registry, { name: 'Foo.Bar-baz' });
    succeeded(await pip().install(`${indexOf(registry)}/`, 'foo_bar.BAZ==1.0'));
    expect(await pip().files()).toEqual(['foo_bar_baz.py']);
  });

  test('installs a local version', async () => {
    const registry = await newPythonRegistry(server());
    await publishWheel(server(), registry, { version: '1.0+local.1' });
    succeeded(await pip().install(indexOf(registry), 'demo==1.0+local.1'));
    expect(await pip().read('demo.py')).toBe('version = "1.0+local.1"\n');
  });

  test('builds and installs a source distribution', async () => {
    const registry = await newPythonRegistry(server());
    await published(server(), registry, 'demo-1.0.0.tar.gz', await buildSdist());
    succeeded(await pip().install(indexOf(registry), 'demo'));
    expect(await pip().read('demo.py')).toBe('version = "1.0.0"\n');
  });

  test('lists the versions that there are', async () => {
    const registry = await newPythonRegistry(server());
    for (const version of ['1.9', '1.10', '1.10.post1', '1!0.1']) await publishWheel(server(), registry, { version });
    const ran = await pip().versions(indexOf(registry), 'demo');
    expect(ran.stdout).toContain('Available versions: 1!0.1, 1.10.post1, 1.10, 1.9\n');
  });

  describe('in a private registry', () => {
    test.each([
      ['without a password', ''],
      ['with an unknown token', 'buildkite:unknown-token-0123456789@'],
    ])('finds nothing %s', async (_, credentials) => {
      const registry = await newPythonRegistry(server(), { isPublic: false });
      await publishWheel(server(), registry);
      const { ok, output } = await pip().install(indexOf(registry, credentials), 'demo');
      expect([ok, output.includes('(from versions: none)')], output).toEqual([false, true]);
    });
  });
});

function succeeded({ ok, output }: Ran): void {
  expect(ok, output).toBe(true);
}
