/**
 * `multipart/form-data` (RFC 7578) as one Blob: files are referred to, not read. The form is made here because `fetch`
 * keeps a FormData in memory while it sends, or crashes when it is refused early.
 */
import type { Encoded } from './connection.ts';

/** The values of a form in their order; a file is a Blob, under its own name if it is a File. */
export type Fields = readonly (readonly [name: string, value: unknown, fileName?: string])[];

/** A form around one file that comes last: what goes before it, and what after. */
export interface Frame {
  readonly head: Blob;
  readonly tail: Blob;
  readonly headers: Readonly<Record<string, string>>;
}

/** A form of plain values and Blobs. Files go last: whoever reads a form of some size wants to know the rest before. */
export function formOf(values: object): Encoded {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  const fields = [...given.filter(([, value]) => !isBlob(value)), ...given.filter(([, value]) => isBlob(value))];
  const boundary = newBoundary();
  return { body: new Blob([...parts(boundary, fields), `--${boundary}--\r\n`]), headers: headersOf(boundary) };
}

export function frameOf(fields: Fields, partName: string, fileName: string): Frame {
  const boundary = newBoundary();
  return {
    head: new Blob([...parts(boundary, fields), partHead(boundary, partName, fileName)]),
    tail: new Blob([`\r\n--${boundary}--\r\n`]),
    headers: headersOf(boundary),
  };
}

function parts(boundary: string, fields: Fields): (string | Blob)[] {
  return fields.flatMap(([name, value, fileName]) => {
    const file = isBlob(value) ? (fileName ?? nameOf(value)) : undefined;
    return [partHead(boundary, name, file), isBlob(value) ? value : String(value), '\r\n'];
  });
}

function partHead(boundary: string, name: string, fileName: string | undefined): string {
  const file =
    fileName === undefined ? '' : `; filename="${escaped(fileName)}"\r\nContent-Type: application/octet-stream`;
  return `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"${file}\r\n\r\n`;
}

/**
 * A quoted string (RFC 2183, section 2, and RFC 822): what servers decode. Browsers write `%22` for a quote, which many
 * keep as it is; only for line ends there is nothing better.
 */
function escaped(name: string): string {
  return name.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '%0A').replaceAll('\r', '%0D');
}

function nameOf(blob: Blob): string {
  return 'name' in blob && typeof blob.name === 'string' ? blob.name : 'blob';
}

function isBlob(value: unknown): value is Blob {
  return value instanceof Blob;
}

function headersOf(boundary: string): Readonly<Record<string, string>> {
  return { 'Content-Type': `multipart/form-data; boundary=${boundary}` };
}

/** Random, so that no file contains it. (`randomUUID` is not there on pages without TLS.) */
function newBoundary(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `larder-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
