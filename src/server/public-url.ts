/** The public base URL of a server, which is used in all links. */
import type { AddressInfo } from 'node:net';
import type { Settings } from './settings.ts';

export interface PublicUrl {
  /** Without a slash at its end. */
  readonly url: string;
  /** A note for the operator; undefined if the URL is set, or if only this machine can connect. */
  readonly note: string | undefined;
}

/** `address` is the address that the server listens on. */
export function publicUrl({ publicUrl: url, host }: Settings, { address, port }: AddressInfo): PublicUrl {
  if (url !== undefined) return { url, note: undefined };
  if (isWildcard(address)) {
    const here = `http://127.0.0.1:${port}`;
    const note = `Links in responses begin with ${here}, which other machines cannot reach. Set LARDER_PUBLIC_URL to the address that clients use.`;
    return { url: here, note };
  }
  const own = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const note = `Links in responses begin with ${own}. Set LARDER_PUBLIC_URL if clients use another address, such as that of a proxy.`;
  return { url: own, note: isLoopback(address) ? undefined : note };
}

/** Returns whether the server listens on all addresses. Node normalizes the address of the setting. */
function isWildcard(address: string): boolean {
  return address === '0.0.0.0' || address === '::';
}

/** Returns whether only this machine can connect (RFC 1122, section 3.2.1.3; RFC 4291, sections 2.5.3 and 2.5.5.2). */
function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
