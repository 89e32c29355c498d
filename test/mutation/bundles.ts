/** The bundled descriptions of the contract, by the names of their files in `generated/`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type { OpenApiDocument } from '../../src/contract/description.ts';

export const root = path.resolve(import.meta.dirname, '../..');

/** Such as `native/debian`, in the order of `redocly.yaml`. */
export async function readBundles(): Promise<ReadonlyMap<string, OpenApiDocument>> {
  const { apis } = parse(await readFile(path.join(root, 'redocly.yaml'), 'utf8')) as {
    readonly apis: Readonly<Record<string, { readonly root: string }>>;
  };
  const names = Object.values(apis).map((api) => path.relative('openapi', api.root).replace(/\.yaml$/, ''));
  return new Map(
    await Promise.all(
      names.map(async (name): Promise<[string, OpenApiDocument]> => {
        const text = await readFile(path.join(root, 'generated', `${name}.json`), 'utf8');
        return [name, JSON.parse(text) as OpenApiDocument];
      }),
    ),
  );
}
