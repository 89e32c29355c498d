/** The metadata of images: what clients show of a manifest and its config. */
import { readFile } from 'node:fs/promises';
import type { Incoming } from '../../registry/ecosystem.ts';
import type { JsonObject } from '../../model/values.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { parseDigest } from './digest.ts';
import { isRecord, type Descriptor, type Manifest } from './manifest.ts';

/** In characters of keys and values: the maximum for a manifest with a subject, whose annotations are listed with it. */
const mostAnnotations = 64 * 1024;

export async function imageMetadata(manifest: Manifest, stored: Incoming['stored']): Promise<JsonObject> {
  const { kind, config } = manifest;
  return {
    ...manifestMetadata(manifest),
    ...(kind === 'image' && config !== undefined && (await platformOf(config, stored))),
  };
}

export function manifestMetadata(manifest: Manifest): JsonObject {
  const { mediaType, artifactType, config, layers, manifests, subject, annotations } = manifest;
  const type = artifactType ?? config?.mediaType;
  return {
    media_type: mediaType,
    ...(type !== undefined && { artifact_type: type }),
    ...annotationsIn(annotations, subject !== undefined),
    ...(subject !== undefined && { subject: subject.digest }),
    ...(layers.length > 0 && { layers: layers.length }),
    ...(manifests.length > 0 && { manifests: manifests.map(asJson) }),
  };
}

function asJson({ digest, mediaType, size, platform }: Descriptor): JsonObject {
  return { digest, media_type: mediaType, size, ...(platform !== undefined && { platform }) };
}

/** Long annotations are left to the manifest, except for those that lists of referrers have. */
function annotationsIn(annotations: Manifest['annotations'], areListed: boolean): JsonObject {
  const length = Object.entries(annotations).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  if (length === 0) return {};
  if (length <= mostAnnotations) return { annotations };
  if (!areListed) return {};
  throw new UnacceptableFile(
    `The annotations of the manifest have ${length} characters; the maximum is ${mostAnnotations} for a manifest with a subject. Shorten them.`,
  );
}

/** The config of an image has its platform (image-spec, config.md); that of another artifact may be anything. */
async function platformOf({ digest, mediaType }: Descriptor, stored: Incoming['stored']): Promise<JsonObject> {
  if (!imageConfigs.includes(mediaType)) return {};
  const config = await readJson(digest, stored);
  const texts = ['os', 'architecture', 'variant', 'os.version'].flatMap((key) => {
    const value = config?.[key];
    return typeof value === 'string' && value !== '' && value.length <= 100 ? [[key, value] as const] : [];
  });
  return texts.length > 0 ? { platform: Object.fromEntries(texts) } : {};
}

const imageConfigs = ['application/vnd.oci.image.config.v1+json', 'application/vnd.docker.container.image.v1+json'];

/** In bytes. */
const largestConfig = 4 * 1024 * 1024;

/** Returns undefined if the registry does not have the bytes, or they are not a JSON object of at most 4 MiB. */
export async function readJson(
  digest: string,
  stored: Incoming['stored'],
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const file = await stored(parseDigest(digest)?.hex ?? '');
  if (file === undefined || file.size > largestConfig) return undefined;
  try {
    const value: unknown = JSON.parse(await readFile(file.path, 'utf8'));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
