/** The media types of manifests (image-spec, media-types.md), and those of Docker that have the same form. */

export type ManifestKind = 'image' | 'index';

const kinds: Readonly<Record<string, ManifestKind>> = {
  'application/vnd.oci.image.manifest.v1+json': 'image',
  'application/vnd.docker.distribution.manifest.v2+json': 'image',
  'application/vnd.oci.image.index.v1+json': 'index',
  'application/vnd.docker.distribution.manifest.list.v2+json': 'index',
  // Removed from the specification before its version 1.1, but written by tools of that time.
  'application/vnd.oci.artifact.manifest.v1+json': 'image',
};

/** Returns undefined for any other media type. */
export function kindOf(mediaType: string): ManifestKind | undefined {
  return Object.hasOwn(kinds, mediaType) ? kinds[mediaType] : undefined;
}

export const manifestTypes: readonly string[] = Object.keys(kinds);

export const indexType = 'application/vnd.oci.image.index.v1+json' as const;

/** Returns whether bytes of this type may be elsewhere (image-spec, layer.md, "Non-Distributable Layers"). */
export function isNondistributable(mediaType: string): boolean {
  return /^application\/vnd\.(?:oci\.image\.layer\.nondistributable\.|docker\.image\.rootfs\.foreign\.)/.test(
    mediaType,
  );
}
