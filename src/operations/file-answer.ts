/** Answers a file: whole, in part, or not at all when the caller has it (RFC 9110, sections 13 and 14). */
import type { Readable } from 'node:stream';
import { create as contentDisposition } from 'content-disposition';
import fresh from 'fresh';
import parseRange from 'range-parser';
import { Refusal } from '../contract/problems.ts';
import type { BlobStore, ByteRange } from '../storage/blob-store.ts';
import type { Blob } from '../storage/records.ts';

export interface StoredFile {
  readonly blob: Blob;
  readonly lastModified: Date;
}

/** The request's headers that decide what is answered. */
export interface FileConditions {
  readonly range?: string;
  readonly 'if-range'?: string;
  readonly 'if-none-match'?: string;
  readonly 'if-modified-since'?: string;
}

interface Validators {
  readonly ETag: string;
  readonly 'Last-Modified': string;
}

interface FileHeaders extends Validators {
  readonly 'Accept-Ranges': 'bytes';
  readonly 'Content-Length': number;
}

type Opener = () => Promise<Readable>;

export type FileAnswer<Extra> =
  | { readonly status: 200; readonly headers: FileHeaders & Extra; readonly body: Opener }
  | {
      readonly status: 206;
      readonly headers: FileHeaders & Extra & { readonly 'Content-Range': string };
      readonly body: Opener;
    }
  | { readonly status: 304; readonly headers: Validators };

/** A file that is saved under its name. Throws `range-not-satisfiable`. */
export function fileAnswer(
  blobs: Pick<BlobStore, 'open'>,
  file: StoredFile & { readonly name: string },
  conditions: FileConditions,
): FileAnswer<{ readonly 'Content-Disposition': string }> {
  return bytesAnswer(blobs, file, conditions, { 'Content-Disposition': contentDisposition(file.name) });
}

/** Bytes that no browser is to save, such as an index. Throws `range-not-satisfiable`. */
export function bytesAnswer<Extra extends object>(
  blobs: Pick<BlobStore, 'open'>,
  { blob, lastModified }: StoredFile,
  conditions: FileConditions,
  extra: Extra,
): FileAnswer<Extra> {
  const { size, location, digests } = blob;
  const validators = { ETag: `"${digests.sha256}"`, 'Last-Modified': lastModified.toUTCString() };
  if (isFresh(conditions, validators)) return { status: 304, headers: validators };
  const headers = { ...validators, 'Accept-Ranges': 'bytes', ...extra } as const;
  const range = rangeOf(conditions, validators, size);
  if (!range) {
    return {
      status: 200,
      headers: { ...headers, 'Content-Length': size },
      body: () => blobs.open(location, allOf(size)),
    };
  }
  const { start, end } = range;
  const part = { 'Content-Length': end - start + 1, 'Content-Range': `bytes ${start}-${end}/${size}` };
  return { status: 206, headers: { ...headers, ...part }, body: () => blobs.open(location, range) };
}

/**
 * Told where it ends, a stream ends with its last byte. Else it would look for more, and a client that has all and leaves
 * would seem to have left too early.
 */
function allOf(size: number): ByteRange | undefined {
  return size === 0 ? undefined : { start: 0, end: size - 1 };
}

function isFresh(conditions: FileConditions, { ETag, ...dates }: Validators): boolean {
  return fresh({ ...conditions }, { etag: ETag, 'last-modified': dates['Last-Modified'] });
}

/** Undefined when the whole file is to be answered: no range, several, another unit, or the file has changed since. */
function rangeOf(
  { range, 'if-range': ifRange }: FileConditions,
  { ETag, ...dates }: Validators,
  size: number,
): ByteRange | undefined {
  if (range === undefined || !/^bytes=/i.test(range)) return undefined;
  if (ifRange !== undefined && ifRange !== ETag && ifRange !== dates['Last-Modified']) return undefined;
  const ranges = parseRange(size, withinSize(range, size), { combine: true });
  if (ranges === unsatisfiable) {
    throw new Refusal('range-not-satisfiable', `The file has ${size} bytes; ask for a range within them.`, {
      'Content-Range': `bytes */${size}`,
    });
  }
  return Array.isArray(ranges) && ranges.length === 1 ? ranges[0] : undefined;
}

/** More last bytes than there are means all of them (RFC 9110, section 14.1.2); the library finds none. */
function withinSize(range: string, size: number): string {
  return range.replaceAll(/(?<=[=,]\s*)-(\d+)/g, (suffix, length) => (Number(length) > size ? '0-' : suffix));
}

const unsatisfiable = -1;
