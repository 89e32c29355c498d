/** Debs as dpkg-deb packs them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { controlFile, type ControlRecipe } from '../fixtures/deb-package.ts';
import { run } from './programs.ts';

export interface DebContent {
  readonly control?: ControlRecipe;
  /** The text of each file that is installed, by its path below the root. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface Deb extends AsyncDisposable {
  /** Where it lies, until it is disposed of. */
  readonly file: string;
}

export async function makeDeb({ control = {}, files = {} }: DebContent): Promise<Deb> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-deb-'));
  const all = { 'DEBIAN/control': controlFile(control), ...files };
  for (const [name, content] of Object.entries(all)) {
    const file = path.join(folder, 'content', name);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o755 });
    await writeFile(file, content);
  }
  const { ok, output } = await run('dpkg-deb', ['--root-owner-group', '--build', path.join(folder, 'content'), folder]);
  const [, file] = /'([^']+\.deb)'/.exec(output) ?? [];
  if (!ok || file === undefined) throw new Error(`dpkg-deb failed: ${output}`);
  return { file, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
