/** The files that the soak publishes. */
import { buildDeb } from '../fixtures/deb-package.ts';
import { buildWheel } from '../fixtures/python-package.ts';
import { bytesFrom } from '../torture/chance.ts';
import { sha256Of } from '../torture/packages.ts';
import { registries, type Ecosystem, type Kept, type World } from './world.ts';

export interface MadeFile extends Omit<Kept, 'id'> {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** In bytes. */
const largest = 1024 * 1024;

export async function makeFile({ chance, nextNumber }: World, ecosystem: Ecosystem): Promise<MadeFile> {
  const registry = chance.oneOf(registries[ecosystem]) ?? '';
  const number = nextNumber();
  const size = Math.ceil(largest ** chance.next());
  const made = await makers[ecosystem](number, size);
  return { ...made, ecosystem, registry, sha256: sha256Of(made.bytes) };
}

const makers: Readonly<
  Record<Ecosystem, (number: number, size: number) => Promise<Pick<MadeFile, 'version' | 'fileName' | 'bytes'>>>
> = {
  files: async (number, size) => ({
    version: `1.${number}.0`,
    fileName: `demo-1.${number}.0.bin`,
    bytes: bytesFrom(`${number}`, size),
  }),
  debian: async (number) => ({
    version: `1.${number}`,
    fileName: `demo_1.${number}_all.deb`,
    bytes: Uint8Array.from(await buildDeb({ control: { Package: 'demo', Version: `1.${number}` } })),
  }),
  python: async (number) => ({
    version: `1.${number}.0`,
    fileName: `demo-1.${number}.0-py3-none-any.whl`,
    bytes: buildWheel({ version: `1.${number}.0` }),
  }),
};
