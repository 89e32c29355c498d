/** Keys to sign charts with. */
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../clients/programs.ts';
import type { Helm } from './helm.ts';

/** Makes a pair of keys, `{name}.secret` and `{name}.public` in the folder of the machine. */
export async function makeKeys({ folder }: Helm, name: string): Promise<void> {
  const environment = { GNUPGHOME: path.join(folder, name) };
  const gpg = async (...parameters: readonly string[]) =>
    await run('gpg', ['--batch', ...parameters], { folder, environment });
  await run('mkdir', ['-m', '700', name], { folder });
  onTestFinished(async () => {
    await run('gpgconf', ['--kill', 'all'], { environment });
  });
  await gpg('--passphrase', '', '--quick-generate-key', `${name} <${name}@example.test>`, 'rsa2048', 'sign', 'never');
  await gpg('--output', `${name}.secret`, '--export-secret-keys');
  await gpg('--output', `${name}.public`, '--export');
}
