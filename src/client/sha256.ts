/** SHA-256. Node hashes a stream; browsers can only hash bytes in memory. */
import { joined, type Bytes } from './bytes.ts';
import { nodeBuiltin, type Hash } from './node-builtin.ts';

/** Returns undefined in browsers. */
export function newSha256(): Hash | undefined {
  return nodeBuiltin('node:crypto')?.createHash('sha256');
}

/** Returns lower-case hexadecimal. In browsers it holds all bytes in memory and needs a page with TLS. */
export async function sha256Of(bytes: Bytes): Promise<string> {
  const stream = joined([bytes]);
  const hash = newSha256();
  if (!hash) return hexadecimal(await crypto.subtle.digest('SHA-256', await new Response(stream).arrayBuffer()));
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) hash.update(next.value);
  return hash.digest('hex');
}

function hexadecimal(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
