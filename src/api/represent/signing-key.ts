/** Converts signing keys to their schema in the API, without the private keys. */
import type { components } from '../../../generated/api.ts';
import type { RegistryKey } from '../../model/records.ts';
import type { Signing } from '../../registry/documents.ts';
import { asTime } from '../../serving/time.ts';

export type SigningKeys = components['schemas']['SigningKeys'];

/** Returns an empty list if the ecosystem signs nothing. */
export function asSigningKeys(keys: readonly RegistryKey[], { keys: format, fingerprint }: Signing): SigningKeys {
  if (format === 'none') return [];
  return keys.map(({ publicKey, createdAt, expiresAt }) => ({
    fingerprint: fingerprint(publicKey),
    format,
    public_key: publicKey,
    created_at: asTime(createdAt),
    expires_at: expiresAt && asTime(expiresAt),
  }));
}
