/** Registries for the machines of the suite. */
import type { RegistryAddress } from './client.ts';
import { wireAt, type Wire } from '../../ecosystems/javascript/npm-wire.ts';
import { issueToken } from '../../native/tokens.ts';
import { newRegistry, type WatchedServer } from '../../native/watched-server.ts';

export interface Place {
  readonly address: RegistryAddress;
  /** Requests of the protocol, to read what a client has changed. */
  readonly wire: Wire;
}

export async function openPlace(server: WatchedServer, visibility: 'public' | 'private'): Promise<Place> {
  const isPrivate = visibility === 'private';
  const slug = await newRegistry(server, 'javascript', { isPublic: !isPrivate });
  return { address: { url: `${server.url}/acme/${slug}/npm/`, isPrivate }, wire: wireAt(server, slug) };
}

/** Returns a token that may publish and unpublish. */
export function publisherToken(server: WatchedServer): Promise<string> {
  return issueToken(server, { scopes: ['read_packages', 'write_packages', 'delete_packages'] });
}
