/** The descriptions of the contract. None is listed anywhere: a file in one of these folders is one. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** The descriptions of the API and of the pages, and those of native URLs. */
const folders = ['openapi', 'openapi/native'];

/** Returns the files of all descriptions in a folder of the project, such as `openapi/native/debian.yaml`. */
export async function descriptionFiles(root: string): Promise<readonly string[]> {
  const files = await Promise.all(
    folders.map(async (folder) => (await readdir(path.join(root, folder))).map((name) => `${folder}/${name}`)),
  );
  return files.flat().filter((file) => file.endsWith('.yaml'));
}

/** Returns the name of a description in `generated/`, such as `native/debian`. */
export function nameOfDescription(file: string): string {
  return path.posix.relative('openapi', file).replace(/\.yaml$/, '');
}
