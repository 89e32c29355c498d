/** Bodies that are bytes are sent as they are, regardless of their class or realm. */
import { bytesOfBlob, isBlob } from './bytes.ts';
import { encode, type Encoded } from './upload.ts';

/** A body that is described as bytes. A stream can be sent only once. */
export type RawBody = Blob | Uint8Array | ReadableStream<Uint8Array>;

export function isRawBody(body: unknown): body is RawBody {
  return isBlob(body) || ArrayBuffer.isView(body) || isStream(body);
}

export function isStream(body: unknown): body is ReadableStream<Uint8Array> {
  return typeof body === 'object' && body !== null && 'getReader' in body && typeof body.getReader === 'function';
}

/** Returns the body with the media type of the Blob, which the headers of a call replace. */
export async function encodeRaw(body: RawBody, onSent: () => void): Promise<Encoded> {
  const type = isBlob(body) && body.type !== '' ? body.type : 'application/octet-stream';
  const headers = { 'Content-Type': type };
  if (isStream(body)) return { body, headers, duplex: 'half' };
  return encode({ parts: [isBlob(body) ? bytesOfBlob(body) : body], headers, file: { start: 0, size: 0 } }, { onSent });
}
