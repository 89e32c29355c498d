/** Requests exactly as a client writes them: its headers, its order of form parts, its boundary. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface WireReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON; fails for another. */
  json<T>(): T;
}

export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** Sends a request with exactly these headers, beside Host and, for a body, its exact Content-Length. */
export async function send({ method, url, headers = {}, body }: WireRequest): Promise<WireReply> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': String(body.byteLength) };
    const request = httpRequest(url, { method, headers: { ...headers, ...length } }, (response) => {
      buffer(response).then((bytes) => {
        const text = bytes.toString();
        return resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          json: <T>() => JSON.parse(text) as T,
        });
      }, reject);
    });
    request.once('error', reject);
    request.end(body);
  });
}

export interface Part {
  readonly name: string;
  readonly value: string | Uint8Array;
  /** Makes it a file. */
  readonly fileName?: string;
}

/** A form with its parts in the order given; files as `application/octet-stream`, names quoted as Go quotes them. */
export function form(parts: readonly Part[]): { readonly type: string; readonly body: Buffer } {
  const boundary = '5c1e7a0d4f9b2c8e6a3d1f0b9e8c7d6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c';
  const quoted = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  const pieces = parts.flatMap(({ name, value, fileName }) => {
    const file =
      fileName === undefined ? '' : `; filename="${quoted(fileName)}"\r\nContent-Type: application/octet-stream`;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"${file}\r\n\r\n`;
    return [Buffer.from(head), Buffer.from(value), Buffer.from('\r\n')];
  });
  const body = Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}
