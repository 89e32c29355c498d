/** pip with the cases that differ most; `pip-variants.ci.test.ts` has others. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { newPythonRegistry, publishWheel } from '../native/python-repository.ts';
import { useCustomerServer } from './customer-server.ts';
import { hasPip, usePip } from './pip.ts';
import type { Ran } from './programs.ts';

describe.skipIf(!hasPip())('pip', () => {
  const server = useCustomerServer();
  const pip = usePip();

  /** The URL of the index of a registry, without a slash as the documentation has it. */
  const indexOf = (registry: string): string => `${server().url}/acme/${registry}/pypi/simple`;

  test('installs what a wheel depends on', async () => {
    const registry = await newPythonRegistry(server());
    const metadata = { 'Requires-Dist': ['base >=2', 'absent ; extra == "more"'], 'Provides-Extra': 'more' };
    await publishWheel(server(), registry, { metadata });
    await publishWheel(server(), registry, { name: 'base', version: '1.0' });
    await publishWheel(server(), registry, { name: 'base', version: '2.0' });
    succeeded(await pip().install(indexOf(registry), 'demo'));
    expect(await pip().read('base.py')).toBe('version = "2.0"\n');
  });

  test('installs the newest version that is not a pre-release and supports its Python', async () => {
    const registry = await newPythonRegistry(server());
    for (const version of ['1.9', '1.10', '1.11rc1', '1.10.dev3']) await publishWheel(server(), registry, { version });
    await publishWheel(server(), registry, { version: '2.0', metadata: { 'Requires-Python': '>=99' } });
    succeeded(await pip().download(indexOf(registry), 'demo'));
    expect(await pip().files()).toEqual(['demo-1.10-py3-none-any.whl']);
  });

  describe('with an unlisted version', () => {
    async function newUnlisted(): Promise<string> {
      const registry = await newPythonRegistry(server());
      await publishWheel(server(), registry, { version: '1.0' });
      const { id } = await publishWheel(server(), registry, { version: '2.0' });
      const changed = await server().ask(`${server().in(registry, 'packages', id)}/standing`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ standing: 'unlisted', notice: 'Broken on arm64' }),
      });
      expect(changed.status).toBe(200);
      return registry;
    }

    test('installs an earlier one', async () => {
      const registry = await newUnlisted();
      succeeded(await pip().download(indexOf(registry), 'demo'));
      expect(await pip().files()).toEqual(['demo-1.0-py3-none-any.whl']);
    });

    test('installs it if exactly this version is requested, and prints the reason', async () => {
      const ran = await pip().download(indexOf(await newUnlisted()), 'demo==2.0');
      succeeded(ran);
      expect(await pip().files()).toEqual(['demo-2.0-py3-none-any.whl']);
      expect(ran.output).toContain('Reason for being yanked: Broken on arm64');
    });
  });

  describe('with required hashes', () => {
    async function installWithHash(hashOf: (wheel: Uint8Array) => string): Promise<Ran> {
      const registry = await newPythonRegistry(server());
      const { bytes } = await publishWheel(server(), registry);
      await pip().write('requirements.txt', `demo==1.0.0 --hash=sha256:${hashOf(bytes)}\n`);
      return pip().install(indexOf(registry), '--require-hashes', '-r', 'requirements.txt');
    }

    test('installs a file with the right hash', async () => {
      succeeded(await installWithHash((wheel) => createHash('sha256').update(wheel).digest('hex')));
      expect(await pip().files()).toContain('demo.py');
    });

    test('rejects a file with another hash', async () => {
      expect((await installWithHash(() => '0'.repeat(64))).output).toContain('DO NOT MATCH THE HASHES');
    });
  });
});

function succeeded({ ok, output }: Ran): void {
  expect(ok, output).toBe(true);
}
