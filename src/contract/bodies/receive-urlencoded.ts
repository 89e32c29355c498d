/** Reads a body of `application/x-www-form-urlencoded` (URL Standard, section 5.1): names and texts. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { DescribedMedia } from '../description.ts';
import { mostFields } from '../form-parts.ts';
import { invalidRequest } from '../replies/problems.ts';
import { createBoundedBuffer } from './bounded-buffer.ts';
import { readText } from './read-text.ts';
import { bodyTooLarge } from './receive-json.ts';

export interface UrlencodedReading {
  readonly media: DescribedMedia;
  /** In bytes, after decompression. */
  readonly limit: number;
  readonly failed: PromiseWithResolvers<never>;
}

/** Returns the texts by their names; a list for a repeated name, or for one that is described as an array. */
export async function receiveUrlencoded(
  request: IncomingMessage,
  { media: { partKind }, limit, failed }: UrlencodedReading,
): Promise<Readonly<Record<string, unknown>>> {
  const text = createBoundedBuffer(limit, () => bodyTooLarge(limit));
  await readText(request, failed, async (piece) => text.add(piece));
  const values = new Map<string, string[]>();
  for (const [name, value] of pairsOf(text.bytes())) {
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return Object.fromEntries(
    [...values].map(([name, all]) => [name, all.length === 1 && partKind(name) !== 'texts' ? all[0] : all]),
  );
}

function pairsOf(bytes: Buffer): (readonly [name: string, value: string])[] {
  if (!isUtf8(bytes)) throw notEncoded();
  const sent = bytes
    .toString()
    .replaceAll('+', ' ')
    .split('&', mostFields + 1);
  if (sent.length > mostFields) throw invalidRequest([{ path: 'body', message: `has more than ${mostFields} fields` }]);
  return sent.filter((pair) => pair !== '').map(decoded);
}

function decoded(pair: string): readonly [name: string, value: string] {
  const end = `${pair}=`.indexOf('=');
  try {
    return [decodeURIComponent(pair.slice(0, end)), decodeURIComponent(pair.slice(end + 1))];
  } catch {
    throw notEncoded();
  }
}

function notEncoded(): Error {
  return invalidRequest([{ path: 'body', message: 'is not percent-encoded UTF-8; send "%" as %25' }]);
}
