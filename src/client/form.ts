/**
 * `multipart/form-data` (RFC 7578) without reading its files. `FormData` is not used because `fetch` holds it in memory
 * while it is sent, or crashes if the server rejects it early.
 */
import { bytesOfBlob, isBlob, type Bytes } from './bytes.ts';

export interface Field {
  readonly name: string;
  readonly value: string | Bytes;
  /** Only for a file. */
  readonly fileName?: string;
}

/** The parts of a request's body, in order. */
export interface Form {
  readonly parts: readonly (Uint8Array | Bytes)[];
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes before the content of the last file, and those of the file; zero without a file. */
  readonly file: { readonly start: number; readonly size: number };
}

/** Returns the number of bytes of parts. */
export function sizeOf(parts: Form['parts']): number {
  return parts.reduce((sum, part) => sum + ('open' in part ? part.size : part.length), 0);
}

/**
 * Returns the fields for plain values and Blobs; undefined is omitted. Files are last, because a server that streams a
 * form needs the other fields first. Throws a `TypeError` for any other object.
 */
export function fieldsOf(values: object): Field[] {
  const fields = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [fieldOf(name, value)]));
  return [
    ...fields.filter(({ value }) => typeof value === 'string'),
    ...fields.filter(({ value }) => typeof value !== 'string'),
  ];
}

function fieldOf(name: string, value: unknown): Field {
  if (isBlob(value)) return { name, value: bytesOfBlob(value), fileName: nameOf(value) };
  if (['string', 'number', 'boolean'].includes(typeof value)) return { name, value: String(value) };
  throw new TypeError(`The form field "${name}" must be a string, a number, a boolean or a Blob.`);
}

export function formOf(fields: readonly Field[]): Form {
  const boundary = newBoundary();
  const encoder = new TextEncoder();
  const parts = fields.flatMap(({ name, value, fileName }) => {
    const head = encoder.encode(partHead(boundary, name, fileName));
    return [head, typeof value === 'string' ? encoder.encode(value) : value, encoder.encode('\r\n')];
  });
  const last = parts.findLastIndex((part) => 'open' in part);
  return {
    parts: [...parts, encoder.encode(`--${boundary}--\r\n`)],
    file: { start: sizeOf(parts.slice(0, Math.max(last, 0))), size: sizeOf(parts.slice(last, last + 1)) },
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
  };
}

function partHead(boundary: string, name: string, fileName: string | undefined): string {
  const file =
    fileName === undefined ? '' : `; filename="${escaped(fileName)}"\r\nContent-Type: application/octet-stream`;
  return `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"${file}\r\n\r\n`;
}

/**
 * Returns a quoted string (RFC 2183, section 2, and RFC 822), which servers decode. Browsers write `%22` for a quote,
 * which many servers do not decode; for line breaks there is no alternative.
 */
function escaped(name: string): string {
  return name.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '%0A').replaceAll('\r', '%0D');
}

function nameOf(blob: Blob): string {
  return 'name' in blob && typeof blob.name === 'string' ? blob.name : 'blob';
}

/** Random, so that no file contains it. (`randomUUID` does not exist on pages without TLS.) */
function newBoundary(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `larder-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
