/** Lets the machine's own dpkg read stanzas, as it reads those of a package that it unpacks. */
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run } from './programs.ts';

/**
 * Returns dpkg's message about stanzas in one file; undefined if it accepts them. It stops at the first invalid one.
 */
export async function rejectionOfDpkg(stanzas: readonly (string | Uint8Array)[]): Promise<string | undefined> {
  await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'larder-dpkg-'));
  for (const part of ['updates', 'info']) await mkdir(path.join(folder.path, part));
  for (const file of ['status', 'available']) await writeFile(path.join(folder.path, file), '');
  const packages = path.join(folder.path, 'Packages');
  await writeFile(packages, Buffer.concat(stanzas.flatMap((stanza) => [Buffer.from(stanza), Buffer.from('\n')])));
  const { ok, output } = await run('dpkg', [`--admindir=${folder.path}`, '--update-avail', packages]);
  return ok ? undefined : output;
}
