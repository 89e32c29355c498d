/** Multipart forms made by hand, so that every byte of them can be wrong. */

export const boundary = 'here-ends-a-part';

export const formType = `multipart/form-data; boundary=${boundary}`;

/** A part with these header lines. */
export function part(
  headers: readonly string[],
  content: string | Uint8Array,
  charset: BufferEncoding = 'utf8',
): Buffer<ArrayBuffer> {
  return Buffer.concat([
    Buffer.from(`--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n`, charset),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
}

export function filePart(
  name: string,
  fileName: string,
  content: string | Uint8Array = 'content',
): Buffer<ArrayBuffer> {
  return part([`Content-Disposition: form-data; name="${name}"; filename="${fileName}"`], content);
}

export function textPart(name: string, text: string): Buffer<ArrayBuffer> {
  return part([`Content-Disposition: form-data; name="${name}"`], text);
}

/** The parts as a whole form. */
export function form(...parts: readonly Uint8Array[]): Buffer<ArrayBuffer> {
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}
