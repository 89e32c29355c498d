/** The bundled descriptions of the contract, by the names of their files in `generated/`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { descriptionFiles, nameOfDescription } from '../../openapi/generate/description-files.ts';
import type { OpenApiDocument } from '../../src/contract/description.ts';

export const root = path.resolve(import.meta.dirname, '../..');

/** By their names, such as `native/debian`. */
export async function readBundles(): Promise<ReadonlyMap<string, OpenApiDocument>> {
  const names = (await descriptionFiles(root)).map(nameOfDescription);
  return new Map(
    await Promise.all(
      names.map(async (name): Promise<[string, OpenApiDocument]> => {
        const text = await readFile(path.join(root, 'generated', `${name}.json`), 'utf8');
        return [name, JSON.parse(text) as OpenApiDocument];
      }),
    ),
  );
}
