/** Sends bytes that were never seen before, from memory: what is measured is the server, not the client's disk. */
import { createHash, randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface Upload {
  readonly url: string;
  readonly method: 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  /** As the one part of a form, under this name; absent for the body itself. */
  readonly fileName?: string;
  /** In bytes. */
  readonly size: number;
}

export interface Uploaded {
  readonly seconds: number;
  readonly reply: string;
  /** Of the bytes, where it was asked for. */
  readonly sha256?: string;
}

const agent = new Agent({ keepAlive: true });
const pieceSize = 1024 * 1024;
const piece = randomBytes(pieceSize);
let pieces = 0;

/** Throws when the answer is not 200. With `check`, hashes the bytes as well, which takes its time. */
export async function upload(options: Upload, check?: 'check'): Promise<Uploaded> {
  const { url, method, fileName, size } = options;
  const hash = check && createHash('sha256');
  const boundary = 'a-boundary-that-is-nowhere-in-the-bytes';
  const head = fileName === undefined ? '' : partHead(boundary, fileName);
  const tail = fileName === undefined ? '' : `\r\n--${boundary}--\r\n`;
  const headers = {
    ...options.headers,
    'Content-Type': fileName === undefined ? 'application/octet-stream' : `multipart/form-data; boundary=${boundary}`,
    'Content-Length': head.length + size + tail.length,
  };
  const begun = performance.now();
  const sending = request(url, { method, headers, agent });
  const replied = new Promise<{ status: number; text: string }>((resolve, reject) => {
    sending.once('error', reject).once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (some: string) => (text += some));
      response.once('error', reject).once('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
  });
  const [{ status, text }] = await Promise.all([replied, pipeline(Readable.from(body()), sending)]);
  const seconds = (performance.now() - begun) / 1000;
  if (status !== 200) throw new Error(`${method} ${url} answers ${status}: ${text}`);
  return { seconds, reply: text, ...(hash && { sha256: hash.digest('hex') }) };

  function* body(): Generator<Uint8Array> {
    if (head !== '') yield Buffer.from(head);
    for (let left = size; left > 0; left -= pieceSize) {
      const next = Buffer.from(piece);
      pieces += 1;
      next.writeUInt32LE(pieces);
      const some = next.subarray(0, left);
      hash?.update(some);
      yield some;
    }
    if (tail !== '') yield Buffer.from(tail);
  }
}

function partHead(boundary: string, fileName: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\n\r\n`;
}
