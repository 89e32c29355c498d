/** Replies with a file: all of it, a range, or 304 if the client has it (RFC 9110, sections 13 and 14). */
import { hash } from 'node:crypto';
import { create as contentDisposition } from 'content-disposition';
import parseRange from 'range-parser';
import { isMediaType, type MediaType } from '../contract/media-types.ts';
import { FailureWithHeaders } from '../contract/replies/problems.ts';
import type { BlobStore, ByteRange } from '../storage/blob-store.ts';
import type { Blob, PackageFile } from '../model/records.ts';
import type { Digests } from '../model/values.ts';
import type { Caching } from './caching.ts';
import { isCurrent, type Preconditions } from './preconditions.ts';

export interface FileProperties {
  readonly blob: { readonly size: number; readonly digests: Pick<Digests, 'sha256'> };
  readonly lastModified: Date;
  /** Set if its caching differs from other responses. */
  readonly caching?: Caching;
}

export interface StoredFile extends FileProperties {
  readonly blob: Blob;
}

/** The request's headers that select the reply. */
export interface FileConditions extends Preconditions {
  readonly range?: string;
  readonly 'if-range'?: string;
}

interface Validators extends Caching {
  readonly ETag: string;
  readonly 'Last-Modified': string;
}

interface FileHeaders extends Validators {
  readonly 'Accept-Ranges': 'bytes';
  readonly 'Content-Length': number;
}

type Content = Uint8Array | AsyncIterable<Uint8Array>;

/** Returns the bytes of a range, which is never empty. */
type ReadRange = (range: ByteRange) => Promise<Content>;

type Opener = () => Promise<Content>;

export type FileReply<Extra> =
  | { readonly status: 200; readonly headers: FileHeaders & Extra; readonly body: Opener }
  | {
      readonly status: 206;
      readonly headers: FileHeaders & Extra & { readonly 'Content-Range': string };
      readonly body: Opener;
    }
  | { readonly status: 304; readonly headers: Validators };

type TypedFileReply =
  | Extract<FileReply<Named>, { readonly status: 304 }>
  | (Exclude<FileReply<Named>, { readonly status: 304 }> & { readonly type: MediaType });

/** Replies with a stored file, as a download under its name. Throws `range-not-satisfiable`. */
export function fileReply(
  blobs: Blobs,
  file: StoredFile & { readonly name: string },
  conditions: FileConditions,
): FileReply<Named> {
  return namedReply(storedAt(blobs, file.blob.location), file, conditions);
}

/**
 * Replies with a stored file in its own media type, for descriptions with `*\/*`. Publishers choose the type, so a browser
 * always downloads the file (RFC 6266, section 4.2), and does not guess another type: it is never a page of this server.
 * Throws `range-not-satisfiable`.
 */
export function typedFileReply(
  blobs: Blobs,
  file: StoredFile & Pick<PackageFile, 'name' | 'mediaType'>,
  conditions: FileConditions,
): TypedFileReply {
  const reply = fileReply(blobs, file, conditions);
  if (reply.status === 304) return reply;
  const { mediaType } = file;
  return { ...reply, type: mediaType !== null && isMediaType(mediaType) ? mediaType : anyBytes };
}

const anyBytes = 'application/octet-stream';

/** Replies with a stored file without a name, with these additional headers. Throws `range-not-satisfiable`. */
export function storedReply<Extra extends object>(
  blobs: Blobs,
  file: StoredFile,
  conditions: FileConditions,
  extra: Extra,
): FileReply<Extra> {
  return contentReply(storedAt(blobs, file.blob.location), file, conditions, extra);
}

/** Replies with bytes in memory like with a stored file: with ranges and 304. Throws `range-not-satisfiable`. */
export function heldReply(
  bytes: Uint8Array,
  { name, ...properties }: HeldProperties & { readonly name: string },
  conditions: FileConditions,
): FileReply<Named> {
  const { content, blob } = held(bytes);
  return namedReply(content, { name, ...properties, blob }, conditions);
}

/** Replies with bytes in memory that browsers display, such as a key. Throws `range-not-satisfiable`. */
export function heldBytesReply(
  bytes: Uint8Array,
  properties: HeldProperties,
  conditions: FileConditions,
): FileReply<object> {
  const { content, blob } = held(bytes);
  return contentReply(content, { ...properties, blob }, conditions, {});
}

type HeldProperties = Omit<FileProperties, 'blob'>;

function held(bytes: Uint8Array): { readonly content: ReadRange; readonly blob: FileProperties['blob'] } {
  return {
    content: ({ start, end }) => Promise.resolve(bytes.subarray(start, end + 1)),
    blob: { digests: { sha256: hash('sha256', bytes) }, size: bytes.length },
  };
}

function namedReply(
  content: ReadRange,
  file: FileProperties & { readonly name: string },
  conditions: FileConditions,
): FileReply<Named> {
  return contentReply(content, file, conditions, { 'Content-Disposition': contentDisposition(file.name) });
}

type Blobs = Pick<BlobStore, 'open' | 'read'>;
type Named = { readonly 'Content-Disposition': string };

function storedAt(blobs: Blobs, location: string): ReadRange {
  return (range) => (range.end - range.start < shortEnough ? blobs.read(location, range) : blobs.open(location, range));
}

/** In bytes: smaller replies are held in memory, because a stream costs more. */
const shortEnough = 64 * 1024;

/** Replies with any content, which is read by ranges. Throws `range-not-satisfiable`. */
export function contentReply<Extra extends object>(
  content: ReadRange,
  { blob, lastModified, caching }: FileProperties,
  conditions: FileConditions,
  extra: Extra,
): FileReply<Extra> {
  const { size, digests } = blob;
  const validators = { ETag: etagOf({ digests }), 'Last-Modified': lastModified.toUTCString(), ...caching };
  if (isCurrent(conditions, validators)) return { status: 304, headers: validators };
  const headers = { ...validators, 'Accept-Ranges': 'bytes', ...extra } as const;
  const range = rangeOf(conditions, validators, size);
  if (!range) {
    return {
      status: 200,
      headers: { ...headers, 'Content-Length': size },
      body: size === 0 ? nothing : () => content({ start: 0, end: size - 1 }),
    };
  }
  const { start, end } = range;
  const part = { 'Content-Length': end - start + 1, 'Content-Range': `bytes ${start}-${end}/${size}` };
  return { status: 206, headers: { ...headers, ...part }, body: () => content(range) };
}

/** A file's ETag, by its digest. */
export function etagOf({ digests }: { readonly digests: Pick<Digests, 'sha256'> }): string {
  return `"${digests.sha256}"`;
}

const nothing: Opener = () => Promise.resolve(new Uint8Array());

/** Returns undefined if the reply is the whole file: no range, several, another unit, or the file has changed. */
function rangeOf(
  { range, 'if-range': ifRange }: FileConditions,
  { ETag, ...dates }: Validators,
  size: number,
): ByteRange | undefined {
  if (range === undefined || !/^bytes=/i.test(range)) return undefined;
  if (ifRange !== undefined && ifRange !== ETag && ifRange !== dates['Last-Modified']) return undefined;
  const ranges = parseRange(size, withinSize(range, size), { combine: true });
  if (ranges === unsatisfiable) {
    throw new FailureWithHeaders('range-not-satisfiable', `The file has ${size} bytes. Request a range within them.`, {
      'Content-Range': `bytes */${size}`,
    });
  }
  return Array.isArray(ranges) && ranges.length === 1 ? ranges[0] : undefined;
}

/** A suffix longer than the file is the whole file (RFC 9110, section 14.1.2); the library rejects it. */
function withinSize(range: string, size: number): string {
  return range.replaceAll(/(?<=[=,]\s*)-(\d+)/g, (suffix, length) => (Number(length) > size ? '0-' : suffix));
}

const unsatisfiable = -1;
