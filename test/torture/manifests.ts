/** The manifests that clients push: of uploaded bytes, of images, and about images. */
import { sha256Of } from './packages.ts';
import type { Content, Known } from './shelf.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A manifest, and what its package has beside its main file. */
export interface Manifest extends Omit<Content, 'sha256'> {
  readonly bytes: Bytes;
  /** Undefined for manifests of the throw-away ecosystem. */
  readonly mediaType?: string;
}

const imageType = 'application/vnd.oci.image.manifest.v1+json';
const indexType = 'application/vnd.oci.image.index.v1+json';

/** Returns a manifest of the throw-away ecosystem. */
export function plainManifest(layer: Bytes): Manifest {
  const sha256 = sha256Of(layer);
  return { bytes: bytesOf({ layers: [`sha256:${sha256}`] }), others: [sha256] };
}

export function imageManifest(layer: Bytes, config: Bytes): Manifest {
  const text = { ...contentOf(layer, config), ...ofImage };
  return { bytes: bytesOf(text), mediaType: imageType, others: [sha256Of(layer), sha256Of(config)] };
}

/** Returns the manifest of an artifact about an image, such as a signature. Its layer is its configuration, too. */
export function artifactManifest(config: Bytes, image: Known): Manifest {
  const subject = { mediaType: imageType, digest: image.version, size: 2 };
  const bytes = bytesOf({ ...contentOf(config, config), ...ofImage, subject });
  return { bytes, mediaType: imageType, others: [sha256Of(config)], subject: image.version };
}

export function indexManifest(images: readonly Known[], number: number): Manifest {
  const manifests = images.map(({ version }) => ({ mediaType: imageType, digest: version, size: 2 }));
  return {
    bytes: bytesOf({ schemaVersion: 2, mediaType: indexType, manifests, annotations: { number: String(number) } }),
    mediaType: indexType,
    others: images.map(({ sha256 }) => sha256),
    needs: images.map(({ version }) => version),
  };
}

/** Returns a configuration that only this number has. */
export function configOf(number: number): Bytes {
  return bytesOf({ os: 'linux', architecture: 'amd64', number });
}

const ofImage = { schemaVersion: 2, mediaType: imageType };

function contentOf(layer: Bytes, config: Bytes) {
  return {
    config: descriptorOf(config, 'application/vnd.oci.image.config.v1+json'),
    layers: [descriptorOf(layer, 'application/vnd.oci.image.layer.v1.tar')],
  };
}

function descriptorOf(bytes: Bytes, mediaType: string) {
  return { mediaType, digest: `sha256:${sha256Of(bytes)}`, size: bytes.length };
}

function bytesOf(value: object): Bytes {
  return new TextEncoder().encode(JSON.stringify(value));
}
