/** A repository of charts, as people use it with helm 3 and 4. `protocol.test.ts` has the requests of the plugin cm-push. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCustomerServer } from '../../clients/customer-server.ts';
import { present } from '../../clients/programs.ts';
import { newRegistry } from '../../native/watched-server.ts';
import { helms, openHelm, type Helm } from '../helm_oci/helm.ts';
import { makeKeys } from '../helm_oci/keys.ts';
import { pushForm, type ChartFiles } from './push.ts';

const server = useCustomerServer();

async function fileOf({ folder }: Helm, name: string): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await readFile(path.join(folder, name)));
}

async function publish(slug: string, files: ChartFiles): Promise<void> {
  const { status } = await pushForm(server(), slug, files);
  expect(status).toBe(201);
}

async function addRepository({ helm }: Helm, slug: string, token?: string): Promise<void> {
  const credentials = token === undefined ? [] : ['--username', 'any', '--password', token];
  await helm('repo', 'add', 'larder', `${server().url}/acme/${slug}/helm`, ...credentials);
}

describe.each(helms)('$title', (program) => {
  describe.skipIf(program.program === undefined || !present('gpg', 'gpgconf'))('(npm, gpg)', () => {
    test.each([true, false])('finds, verifies and renders charts, in a public registry: %s', async (isPublic) => {
      const slug = await newRegistry(server(), 'helm', { isPublic });
      const signer = await openHelm(program);
      await makeKeys(signer, 'owner');
      await makeKeys(signer, 'other');
      const version = '0.1.0+build.1';
      const file = `demo-${version}.tgz`;
      await signer.pack(version, '--sign', '--key', 'owner', '--keyring', 'owner.secret');
      // The provenance comes first.
      await publish(slug, { prov: await fileOf(signer, `${file}.prov`) });
      await publish(slug, { chart: await fileOf(signer, file) });

      const reader = await openHelm(program);
      if (!isPublic) await expect(addRepository(reader, slug)).rejects.toThrow('401');
      await addRepository(reader, slug, isPublic ? undefined : server().token);
      expect(await reader.helm('search', 'repo', 'larder/demo', '--versions')).toContain(version);
      const keys = (name: string): string[] => ['--verify', '--keyring', path.join(signer.folder, `${name}.public`)];
      await reader.helm('pull', 'larder/demo', '--version', version, ...keys('owner'));
      expect(await fileOf(reader, file)).toEqual(await fileOf(signer, file));
      await expect(reader.helm('pull', 'larder/demo', '--version', version, ...keys('other'))).rejects.toThrow(
        'signature',
      );
      expect(await reader.helm('template', 'larder/demo', '--version', version)).toContain('kind: Service');

      await signer.pack('0.2.0');
      await publish(slug, { chart: await fileOf(signer, 'demo-0.2.0.tgz') });
      await reader.helm('repo', 'update');
      await reader.helm('pull', 'larder/demo', '--untar');
      expect(await reader.helm('show', 'chart', 'demo')).toMatch(/^version: 0\.2\.0$/m);
      await expect(reader.helm('pull', 'larder/demo', '--version', '0.2.0', '--verify')).rejects.toThrow();
    });

    test('prints that a chart was removed', async () => {
      const slug = await newRegistry(server(), 'helm');
      const { pack, helm, ...machine } = await openHelm(program);
      await pack('0.1.0');
      await publish(slug, { chart: await fileOf({ pack, helm, ...machine }, 'demo-0.1.0.tgz') });
      await addRepository({ pack, helm, ...machine }, slug);
      const gone = await server().native(`acme/${slug}/helm/api/charts/demo/0.1.0`, {
        method: 'DELETE',
        headers: server().authorized,
      });
      expect(gone.status).toBe(200);
      await expect(helm('pull', 'larder/demo', '--version', '0.1.0')).rejects.toThrow('Run "helm repo update"');
    });
  });
});
