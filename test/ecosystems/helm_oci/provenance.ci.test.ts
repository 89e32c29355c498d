/** Charts with a provenance file: signed by one helm, and verified by all. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCustomerServer } from '../../clients/customer-server.ts';
import { present } from '../../clients/programs.ts';
import { listedImages, useImages } from '../oci/images.ts';
import { helms, openHelm } from './helm.ts';
import { makeKeys } from './keys.ts';

const server = useCustomerServer();
const plain = '--plain-http';

describe.each(helms)('$title', (program) => {
  describe.skipIf(program.program === undefined || !present('gpg', 'gpgconf'))('(npm, gpg)', () => {
    const charts = useImages(server, 'helm_oci');

    test('signs and pushes a chart, whose provenance all generations verify', async () => {
      const { host, prefix } = charts();
      const signer = await openHelm(program);
      await makeKeys(signer, 'owner');
      await makeKeys(signer, 'other');
      const file = 'demo-0.1.0+build.1.tgz';
      await signer.pack('0.1.0+build.1', '--sign', '--key', 'owner', '--keyring', 'owner.secret');
      await signer.logIn(host, server().token);
      await signer.helm('push', file, `oci://${prefix}`, plain);
      const [pkg] = await listedImages(charts(), 'demo');
      expect(pkg?.metadata['layers']).toBe(2);

      const exact = [`oci://${prefix}/demo`, '--version', '0.1.0+build.1', plain];
      const verified = (keys: string): string[] => [
        '--verify',
        '--keyring',
        path.join(signer.folder, `${keys}.public`),
      ];
      for (const other of helms.filter(({ program: present }) => present !== undefined)) {
        const reader = await openHelm(other);
        await reader.logIn(host, server().token);
        await reader.helm('pull', ...exact, '--prov');
        for (const name of [file, `${file}.prov`]) {
          const [sent, got] = await Promise.all(
            [signer, reader].map(({ folder }) => readFile(path.join(folder, name))),
          );
          expect(got?.equals(sent ?? Buffer.alloc(0)), name).toBe(true);
        }
        await reader.helm('pull', ...exact, ...verified('owner'));
        await expect(reader.helm('pull', ...exact, ...verified('other'))).rejects.toThrow('signature');
      }
    });
  });
});
