/**
 * The packages that the torture publishes: plain files of all sizes, and packages of Debian and Python, which documents
 * list. Manifests name bytes that were uploaded in pieces.
 */
import { createHash } from 'node:crypto';
import { buildDeb } from '../fixtures/deb-package.ts';
import { buildWheel, wheelName } from '../fixtures/python-package.ts';
import { bytesFrom, type Chance } from './chance.ts';

export interface Made {
  readonly version: string;
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

/** The registries by their ecosystem: two of each, so that there is something to copy to. */
export const registries = {
  files: ['files-one', 'files-two'],
  debian: ['debs-one', 'debs-two'],
  python: ['wheels-one', 'wheels-two'],
  manifests: ['manifests-one', 'manifests-two'],
} as const;

/** The ecosystems whose packages a form publishes. */
export type InForm = 'files' | 'debian' | 'python';

/** The name of all packages. */
export const project = 'demo';

/** In bytes: staging takes long enough to be cut off. */
const largest = 4 * 1024 * 1024;

/** A package with this number; some have bytes that others had before. */
export async function makePackage(ecosystem: InForm, number: number, chance: Chance): Promise<Made> {
  const version = `1.${number}`;
  if (ecosystem === 'debian') {
    const bytes = Uint8Array.from(await buildDeb({ control: { Package: project, Version: version } }));
    return { version, fileName: `${project}_${version}_all.deb`, bytes, sha256: sha256Of(bytes) };
  }
  if (ecosystem === 'python') {
    const bytes = buildWheel({ name: project, version });
    return { version, fileName: wheelName(project, version), bytes, sha256: sha256Of(bytes) };
  }
  // Every fifth has one of few contents, which lose their last package and get a new one all the time.
  const bytes = chance.next() < 0.2 ? bytesFrom(`content ${number % 3}`, 1000) : makeBytes(number, chance);
  return { version: `${version}.0`, fileName: `${project}-${version}.0.bin`, bytes, sha256: sha256Of(bytes) };
}

/** Bytes that only this number has. Small sizes are as frequent as large ones. */
export function makeBytes(number: number, chance: Chance): Uint8Array<ArrayBuffer> {
  return bytesFrom(`${number}`, Math.ceil(largest ** chance.next()));
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
