/** The packages that the torture publishes: plain files of all sizes, and Debian packages, which have an index. */
import { createHash } from 'node:crypto';
import { buildDeb } from '../fixtures/deb-package.ts';
import { bytesFrom, type Chance } from './chance.ts';

export interface Made {
  readonly version: string;
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

/** The registries by their ecosystem: two of each, so that there is something to copy to. */
export const registries = { files: ['files-one', 'files-two'], debian: ['debs-one', 'debs-two'] } as const;

export type Ecosystem = keyof typeof registries;

/** In bytes: staging takes long enough to be cut off. */
const largest = 4 * 1024 * 1024;

/** A package with this number; some have bytes that others had before. */
export async function makePackage(ecosystem: Ecosystem, number: number, chance: Chance): Promise<Made> {
  if (ecosystem === 'debian') {
    const bytes = Uint8Array.from(await buildDeb({ control: { Package: 'demo', Version: `1.${number}` } }));
    return { version: `1.${number}`, fileName: `demo_1.${number}_all.deb`, bytes, sha256: sha256Of(bytes) };
  }
  const size = Math.ceil(largest ** chance.next());
  // Every fifth has one of few contents, which lose their last package and get a new one all the time.
  const bytes = chance.next() < 0.2 ? bytesFrom(`content ${number % 3}`, 1000) : bytesFrom(`${number}`, size);
  return { version: `1.${number}.0`, fileName: `demo-1.${number}.0.bin`, bytes, sha256: sha256Of(bytes) };
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
