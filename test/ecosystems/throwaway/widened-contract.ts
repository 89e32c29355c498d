/**
 * A copy of the contract that has the throw-away ecosystems as well, added like any other (CONTRIBUTING.md): the value in
 * the enum, the description, and the examples. `npm run generate` does the rest.
 */
import { cp, mkdtempDisposable, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { completeSources } from '../../../openapi/generate/complete-sources.ts';
import { descriptionFiles } from '../../../openapi/generate/description-files.ts';
import { writeGenerated } from '../../../openapi/generate/write-generated.ts';

export const root = path.resolve(import.meta.dirname, '../../..');

export interface WidenedContract extends AsyncDisposable {
  /** Has `openapi/` and `generated/`. */
  readonly folder: string;
  /** The files of `openapi/` that were incomplete, relative to it. */
  readonly completed: readonly string[];
}

/** Runs what `npm run generate` runs. */
export async function widenContract(): Promise<WidenedContract> {
  const { path: folder, [Symbol.asyncDispose]: dispose } = await mkdtempDisposable(
    path.join(os.tmpdir(), 'larder-widened-'),
  );
  for (const part of ['openapi', 'redocly.yaml', 'package.json'])
    await cp(path.join(root, part), path.join(folder, part), { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const openapi = path.join(folder, 'openapi');
  for (const name of await throwawayFolders())
    await cp(path.join(import.meta.dirname, name, 'openapi'), openapi, { recursive: true });
  await addToEnum(path.join(openapi, 'components/schemas/Ecosystem.yaml'), await throwawayIds());
  const descriptions = (await descriptionFiles(folder)).map((file) => path.join(folder, file));
  const incomplete = await completeSources(openapi, descriptions);
  for (const [file, text] of incomplete) await writeFile(file, text);
  await writeGenerated(folder, path.join(folder, 'generated'));
  const completed = [...incomplete.keys()].map((file) => path.relative(openapi, file));
  return { folder, completed, [Symbol.asyncDispose]: dispose };
}

/** Returns the folders of the throw-away ecosystems. Each is named for its description. */
export async function throwawayFolders(): Promise<readonly string[]> {
  const entries = await readdir(import.meta.dirname, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** Returns the ids of the throw-away ecosystems. Each has a file of examples. */
export async function throwawayIds(): Promise<readonly string[]> {
  const folders = (await throwawayFolders()).map((name) => path.join(import.meta.dirname, name, 'openapi/examples'));
  const files = await Promise.all(folders.map((folder) => readdir(folder)));
  return files.flat().map((file) => path.basename(file, '.yaml'));
}

/** A generated file of a throw-away ecosystem: where `npm run generate` writes it, and where its folder has it. */
export interface GeneratedFile {
  readonly written: string;
  readonly own: string;
}

export async function generatedFiles({ folder }: WidenedContract): Promise<readonly GeneratedFile[]> {
  return (await throwawayFolders()).flatMap((name) =>
    [`${name}.json`, `${name}.ts`].map((file) => ({
      written: path.join(folder, 'generated/native', file),
      own: path.join(import.meta.dirname, name, 'generated', file),
    })),
  );
}

async function addToEnum(file: string, ids: readonly string[]): Promise<void> {
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('enum:\n', `enum:\n${ids.map((id) => `  - ${id}\n`).join('')}`));
}
