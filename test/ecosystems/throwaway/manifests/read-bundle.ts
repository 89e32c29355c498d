import type { Incoming, Release } from '../../../../src/registry/ecosystem.ts';
import { UnacceptableFile } from '../../../../src/registry/unacceptable-file.ts';
import { read as readManifest } from './read.ts';

/** Reads the manifest of a bundle, which has exactly one layer. */
export async function read(incoming: Incoming): Promise<Release> {
  const release = await readManifest(incoming);
  const layers = release.files.filter(({ role }) => role === 'attached');
  if (layers.length === 1) return release;
  throw new UnacceptableFile(`A bundle has one layer, and this one has ${layers.length}.`);
}
