/**
 * The packages that the torture publishes: plain files of all sizes, and packages of Debian, Python and JavaScript, which
 * documents list. Manifests, those of images too, name bytes that were uploaded in pieces.
 */
import { createHash } from 'node:crypto';
import { buildDeb } from '../fixtures/deb-package.ts';
import { buildTarball } from '../fixtures/npm-package.ts';
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
  javascript: ['npm-one', 'npm-two'],
  manifests: ['manifests-one', 'manifests-two'],
  oci: ['images-one', 'images-two'],
} as const;

/** The ecosystems whose packages are one file. */
export type OneFile = 'files' | 'debian' | 'python' | 'javascript';

/** The name of all packages. */
export const project = 'demo';

/** In bytes: staging takes long enough to be cut off. */
const largest = 4 * 1024 * 1024;

/** A package with this number; some have bytes that others had before. */
export async function makePackage(ecosystem: OneFile, number: number, chance: Chance): Promise<Made> {
  const version = `1.${number}`;
  if (ecosystem === 'debian') {
    const bytes = Uint8Array.from(await buildDeb({ control: { Package: project, Version: version } }));
    return { version, fileName: `${project}_${version}_all.deb`, bytes, sha256: sha256Of(bytes) };
  }
  if (ecosystem === 'python') {
    const bytes = buildWheel({ name: project, version });
    return { version, fileName: wheelName(project, version), bytes, sha256: sha256Of(bytes) };
  }
  if (ecosystem === 'javascript') {
    const bytes = await buildTarball({ name: project, version: `${version}.0` });
    return { version: `${version}.0`, fileName: `${project}-${version}.0.tgz`, bytes, sha256: sha256Of(bytes) };
  }
  // Every fifth has one of few contents, which lose their last package and get a new one all the time.
  const bytes = chance.next() < 0.2 ? bytesFrom(`content ${number % 3}`, 1000) : makeBytes(number, chance);
  return { version: `${version}.0`, fileName: `${project}-${version}.0.bin`, bytes, sha256: sha256Of(bytes) };
}

/** Bytes that only this number has, two or more. Small sizes are as frequent as large ones. */
export function makeBytes(number: number, chance: Chance): Uint8Array<ArrayBuffer> {
  return bytesFrom(`${number}`, 1 + Math.ceil(largest ** chance.next()));
}

/** Returns whether a registry is of an ecosystem. */
export function isOf(ecosystem: keyof typeof registries, registry: string): boolean {
  return registries[ecosystem].some((name) => name === registry);
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
