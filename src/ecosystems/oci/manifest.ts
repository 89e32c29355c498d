/** The parts of a manifest that the registry depends on. Everything else in it is kept, and not read. */
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { parseDigest } from './digest.ts';
import { isNondistributable, kindOf, manifestTypes, type ManifestKind } from './media-types.ts';

/** A reference to bytes (image-spec, descriptor.md). */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly platform: Readonly<Record<string, string>> | undefined;
}

export interface Manifest {
  readonly kind: ManifestKind;
  readonly mediaType: string;
  readonly artifactType: string | undefined;
  readonly config: Descriptor | undefined;
  readonly layers: readonly Descriptor[];
  /** The manifests of an index. */
  readonly manifests: readonly Descriptor[];
  readonly subject: Descriptor | undefined;
  readonly annotations: Readonly<Record<string, string>>;
}

/** With the manifest itself, the maximum number of files of a package. */
export const mostDescriptors = 990;

/** `contentType` has no parameters. Throws `UnacceptableFile`. */
export function readManifest(text: string, contentType: string): Manifest {
  const value = parse(text);
  const mediaType = mediaTypeOf(value, contentType);
  const kind = kindOf(mediaType);
  if (kind === undefined || value['schemaVersion'] === 1) throw unsupported(mediaType);
  if (mediaType !== artifactManifest && value['schemaVersion'] !== 2)
    throw new UnacceptableFile('`schemaVersion` of the manifest is not 2. Push a manifest of that version.');
  const manifest: Manifest = {
    kind,
    mediaType,
    artifactType: textAt(value, 'artifactType'),
    config: kind === 'image' && value['config'] !== undefined ? descriptorIn(value['config'], 'config') : undefined,
    layers: kind === 'image' ? descriptorsAt(value, value['blobs'] === undefined ? 'layers' : 'blobs') : [],
    manifests: kind === 'index' ? descriptorsAt(value, 'manifests') : [],
    subject: value['subject'] === undefined ? undefined : descriptorIn(value['subject'], 'subject'),
    annotations: textsIn(value['annotations'], 'annotations'),
  };
  const isComplete = kind === 'index' || mediaType === artifactManifest || manifest.config !== undefined;
  if (!isComplete) throw new UnacceptableFile('The manifest has no `config`. Push a complete manifest.');
  if (manifest.layers.length + manifest.manifests.length > mostDescriptors)
    throw new UnacceptableFile(`The manifest has more than ${mostDescriptors} descriptors. Push a smaller one.`);
  return manifest;
}

/** `foreign`: a layer that clients do not get from registries. */
export interface Content {
  readonly mediaType: string;
  readonly use: 'config' | 'layer' | 'foreign';
}

/** Returns the digests of all bytes that a manifest names, each once. */
export function contentsOf({ config, layers }: Manifest): ReadonlyMap<string, Content> {
  const contents = new Map(
    layers.map(({ digest, mediaType }): [string, Content] => [
      digest,
      { mediaType, use: isNondistributable(mediaType) ? 'foreign' : 'layer' },
    ]),
  );
  // It may be one of the layers, too.
  if (config) contents.set(config.digest, { mediaType: config.mediaType, use: 'config' });
  return contents;
}

const artifactManifest = 'application/vnd.oci.artifact.manifest.v1+json';

type JsonRecord = Readonly<Record<string, unknown>>;

function parse(text: string): JsonRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnacceptableFile('The manifest is not JSON. Push a manifest of OCI or Docker.');
  }
  if (isRecord(value)) return value;
  throw new UnacceptableFile('The manifest is not a JSON object. Push a manifest of OCI or Docker.');
}

/**
 * The `Content-Type` of the request, with which `mediaType` in the manifest must agree (distribution-spec, "Pushing
 * Manifests"). A client that sends no type relies on the manifest.
 */
function mediaTypeOf(value: JsonRecord, contentType: string): string {
  const own = textAt(value, 'mediaType');
  const isGeneric =
    contentType === '' || contentType === 'application/json' || contentType === 'application/octet-stream';
  if (own === undefined && isGeneric)
    throw new UnacceptableFile('The type of the manifest is missing. Send it as Content-Type.');
  if (own === undefined || isGeneric || own === contentType) return own ?? contentType;
  throw new UnacceptableFile(
    `\`mediaType\` of the manifest is "${own}", but Content-Type is "${contentType}". Send the same in both.`,
  );
}

function unsupported(mediaType: string): UnacceptableFile {
  return new UnacceptableFile(
    `Manifests of the type "${mediaType}" are not supported. Push one of these: ${manifestTypes.slice(0, 4).join(', ')}.`,
  );
}

function descriptorsAt(value: JsonRecord, key: string): Descriptor[] {
  // An absent or empty list is valid, such as in an index without manifests.
  const list = value[key] ?? [];
  if (!Array.isArray(list))
    throw new UnacceptableFile(`\`${key}\` of the manifest is not a list. Push a valid manifest.`);
  return list.map((one, index) => descriptorIn(one, `${key}[${index}]`));
}

function descriptorIn(value: unknown, place: string): Descriptor {
  const fault = (problem: string) =>
    new UnacceptableFile(`\`${place}\` of the manifest ${problem}. Push a valid manifest.`);
  if (!isRecord(value)) throw fault('is not a descriptor');
  const { digest, size, mediaType } = value;
  if (typeof digest !== 'string' || parseDigest(digest) === undefined)
    throw fault('has no digest of the form sha256:... or sha512:...');
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) throw fault('has no size');
  if (typeof mediaType !== 'string' || !mediaTypeForm.test(mediaType)) throw fault('has no media type');
  const platform = value['platform'] === undefined ? undefined : platformIn(value['platform']);
  return { digest, size, mediaType, platform };
}

/** RFC 6838, section 4.2. */
const mediaTypeForm = /^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}\/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$/;

/** Returns the texts of a platform. Its lists, such as `os.features`, are for clients. */
function platformIn(value: unknown): Readonly<Record<string, string>> {
  const texts = isRecord(value) ? Object.entries(value).filter(isShortText) : [];
  return Object.fromEntries(texts.slice(0, 10));
}

function isShortText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string' && entry[0].length + entry[1].length <= 200;
}

function textsIn(value: unknown, place: string): Readonly<Record<string, string>> {
  if (value === undefined || value === null) return {};
  const entries = isRecord(value) ? Object.entries(value) : [];
  if (!isRecord(value) || !entries.every((entry): entry is [string, string] => typeof entry[1] === 'string'))
    throw new UnacceptableFile(`\`${place}\` of the manifest is not an object of texts. Push a valid manifest.`);
  return Object.fromEntries(entries);
}

function textAt(value: JsonRecord, key: string): string | undefined {
  const text = value[key];
  if (text === undefined || text === '') return undefined;
  if (typeof text === 'string' && text.length <= 255) return text;
  throw new UnacceptableFile(
    `\`${key}\` of the manifest is not a text of at most 255 characters. Push a valid manifest.`,
  );
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
